/** One period's value, as input of a chart. */
export interface SpcPoint {
  /** ISO day of the period, "2026-05-11": its first or its last day, consistently. */
  on: string;
  /** null when missing: the period keeps its place, breaks every run and has no moving ranges. */
  value: number | null;
  /** Numerator and denominator, required by p and u charts. */
  madeOf?: { count: number; outOf: number };
  /** Shown, but excluded from limits and rules; its neighbours count as adjacent. */
  leftOut?: boolean;
  /** Has a suppressed value: treated as missing, but not reported as missing. */
  hidden?: boolean;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The points sorted by day, oldest first. @throws {RangeError} with a sentence, for invalid points */
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

/** Splits rows into parts. A part starts at every row whose day is listed; days without a row are ignored. */
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
