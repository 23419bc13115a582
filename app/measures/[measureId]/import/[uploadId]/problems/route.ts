import Papa from "papaparse";
import { api } from "@/server/caller";

/** Downloads an upload's problems as CSV. Cells that a spreadsheet would read as formulas are escaped as text. */
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
