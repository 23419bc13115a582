/** The file or the command asks for something that cannot be done: sentences for the person who typed it. Nothing was kept. */
export class LoadRefused extends Error {
  override readonly name = "LoadRefused";
  constructor(readonly sentences: string[]) {
    super(sentences.join("\n"));
  }
}

/** What is wrong in one row of a file, as a spreadsheet counts rows: the header is row 1. */
export type RowProblem = { row: number; column: string | null; reason: string };

/** Characters of a cell that are enough to find it by. */
const recognised = 60;
/** A cell as it can be shown: its beginning, where it is a whole document. */
export const inShort = (cell: string): string =>
  cell.length > recognised ? `${cell.slice(0, recognised).trimEnd()} …` : cell;
export const quoted = (cell: string): string => `"${inShort(cell)}"`;

export const problemInWords = ({ row, column, reason }: RowProblem): string =>
  `Row ${row}${column ? `, column "${column}"` : ""}: ${reason}`;

/** Enough problems to work on; the rest is a number. */
export function problemsInWords(problems: readonly RowProblem[], most = 20): string[] {
  const sorted = problems.toSorted((a, b) => a.row - b.row);
  const rest = sorted.length - most;
  return [...sorted.slice(0, most).map(problemInWords), ...(rest > 0 ? [`And ${rest} more like these.`] : [])];
}
