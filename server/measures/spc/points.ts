/** One period's value as an XmR chart takes it. */
export interface SpcPoint {
  /** An ISO day, "2026-05-11": the first or last day of the period, as long as it is the same for all. */
  on: string;
  /** null: the period has no value. It keeps its place, breaks every run and loses both its moving ranges. */
  value: number | null;
  /** What the value is made of: so many of so many. Charts of proportions and rates ask for it. */
  madeOf?: { count: number; outOf: number };
  /** A point kept in sight but left out of limits and rules; its neighbours join hands across it. */
  leftOut?: boolean;
  /** It has a value that is kept hidden: as if there were none, but nobody is told that it is missing. */
  hidden?: boolean;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The points by day, oldest first. Refuses, in a sentence, what no chart can be made of. */
export function inDateOrder(points: readonly SpcPoint[]): SpcPoint[] {
  const sorted = points.every((point, i) => i === 0 || (points[i - 1]?.on ?? "") <= point.on);
  const rows = sorted ? [...points] : points.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  rows.forEach((row, i) => {
    if (!ISO_DAY.test(row.on)) throw new RangeError(`"${row.on}" is not a date like 2026-05-11`);
    if (row.on === rows[i - 1]?.on) throw new RangeError(`There are 2 values for ${row.on}. Keep one of them`);
    if (row.value !== null && !Number.isFinite(row.value))
      throw new RangeError(`The value for ${row.on} is not a number`);
  });
  return rows;
}

/** The rows of each part: a part starts at every row whose day is listed; a day without a row starts nothing. */
export function splitAt(rows: readonly SpcPoint[], partsFrom: readonly string[]): SpcPoint[][] {
  const starts = new Set(partsFrom);
  const parts: SpcPoint[][] = [];
  for (const row of rows) {
    const part = parts.at(-1);
    if (!part || starts.has(row.on)) parts.push([row]);
    else part.push(row);
  }
  return parts;
}
