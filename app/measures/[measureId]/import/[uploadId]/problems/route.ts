import Papa from "papaparse";
import { api } from "@/server/caller";

/** What cannot be read of an upload, as a file. A cell that a spreadsheet would take for a formula stays a text. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/measures/[measureId]/import/[uploadId]/problems">,
): Promise<Response> {
  const { problems } = await api.imports.problems(await params);
  const text = Papa.unparse(
    problems.map(({ row, column, reason }) => ({ Row: row, Column: column ?? "", Reason: reason })),
    { escapeFormulae: true, newline: "\r\n" },
  );
  return new Response(`\ufeff${text}`, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="what-cannot-be-read.csv"',
      "cache-control": "private, no-store",
    },
  });
}
