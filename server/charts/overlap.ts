import type { Change } from "@/server/charts/queries";
import { listInWords, pluralise } from "@/server/format";

type During = Pick<Change, "startedOn" | "endedOn">;

/** Whether two changes ran at the same time; `endedOn` is null while one still runs. */
export const overlaps = (a: During, b: During): boolean =>
  (a.endedOn === null || b.startedOn <= a.endedOn) && (b.endedOn === null || a.startedOn <= b.endedOn);

/** "2 other changes overlapped: Ring back by 11am, and 1 that you cannot see." Null when there was none. */
export function overlapInWords(others: readonly Pick<Change, "title">[]): string | null {
  if (others.length === 0) return null;
  const named = others.map(({ title }) => title).filter((title) => title !== null);
  const unseen = others.length - named.length;
  const names = [...named, ...(unseen > 0 ? [`${unseen} that you cannot see`] : [])];
  return `${pluralise(others.length, "other change")} overlapped: ${listInWords(names)}.`;
}
