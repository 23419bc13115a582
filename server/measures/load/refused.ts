/** A file or command that cannot be loaded, with sentences for the user. Nothing was saved. */
export class LoadRefused extends Error {
  override readonly name = "LoadRefused";
  constructor(readonly sentences: string[]) {
    super(sentences.join("\n"));
  }
}

/** A problem in one row, numbered as in a spreadsheet: the header is row 1. */
export type RowProblem = { row: number; column: string | null; reason: string };

/** Longest cell text shown in a message, in characters. */
const MAX_SHOWN = 60;
/** A cell's text, shortened if it is long. */
export const inShort = (cell: string): string =>
  cell.length > MAX_SHOWN ? `${cell.slice(0, MAX_SHOWN).trimEnd()} …` : cell;
export const quoted = (cell: string): string => `"${inShort(cell)}"`;

export const problemInWords = ({ row, column, reason }: RowProblem): string =>
  `Row ${row}${column ? `, column "${column}"` : ""}: ${reason}`;

/** The first problems as sentences, and the number of further ones. */
export function problemsInWords(problems: readonly RowProblem[], max = 20): string[] {
  const sorted = problems.toSorted((a, b) => a.row - b.row);
  const rest = sorted.length - max;
  return [...sorted.slice(0, max).map(problemInWords), ...(rest > 0 ? [`And ${rest} more like these.`] : [])];
}
