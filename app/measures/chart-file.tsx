import { notFound } from "next/navigation";
import { z } from "zod";
import { ChartPicture } from "@/app/ui/chart/chart-picture";
import type { ChartDownloads } from "@/app/ui/chart/downloads";
import { asMarkup } from "@/app/ui/chart/markup";
import { embeddedFaces } from "@/app/ui/typeface/embedded-faces";
import { chartCsv } from "@/server/charts/csv";
import type { measureChartData } from "./chart-data";

const kinds = { csv: "text/csv; charset=utf-8", svg: "image/svg+xml; charset=utf-8" } as const;
const fileKind = z.enum(["csv", "svg"]);

/** The measure's name as a file name for every system: "time-to-handover". */
const fileName = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60) || "chart";

/** The addresses of a chart's downloads, made from its route's address. */
export const downloadsAt = (address: string, name: string): ChartDownloads => ({
  csv: `${address}?as=csv`,
  svg: `${address}?as=svg`,
  name: fileName(name),
});

/** The chart as the requested kind of file. */
export function chartFile(request: Request, data: ReturnType<typeof measureChartData>): Response {
  const kind = fileKind.safeParse(new URL(request.url).searchParams.get("as"));
  if (!kind.success || data.table.rows.length === 0) notFound();
  const body = kind.data === "csv" ? chartCsv(data) : asMarkup(<ChartPicture {...data} faces={embeddedFaces()} />);
  return new Response(body, {
    headers: {
      "content-type": kinds[kind.data],
      "content-disposition": `attachment; filename="${fileName(data.name)}.${kind.data}"`,
      "cache-control": "private, no-store",
    },
  });
}
