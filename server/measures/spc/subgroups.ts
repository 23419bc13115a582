import { mean, sum } from "./average";

/** One row as it was counted: several rows of the same place (a day, or a sequence number) make one subgroup. */
export interface AttributeRow {
  at: string | number;
  /** A value, a count, or a numerator. */
  count: number | null;
  /** What it is out of; absent on charts without a denominator. */
  outOf?: number | null;
}

/** What one place on the axis plots. */
export interface Subgroup {
  at: string | number;
  y: number | null;
  /** The counts of the place together; null when it has none. */
  sum: number | null;
  /** Its denominators together; null on charts without. */
  outOf: number | null;
}

/**
 * Rows of one place together, in the order of the axis. With denominators the value is the sum over the sum,
 * never a mean of proportions; half a pair counts as no pair. A denominator of nothing gives no value.
 */
export function subgroups(rows: readonly AttributeRow[], summarise: "mean" | "sum"): Subgroup[] {
  const places = new Map<string | number, AttributeRow[]>();
  for (const row of rows) {
    const place = places.get(row.at);
    if (place) place.push(row);
    else places.set(row.at, [row]);
  }
  return [...places.entries()]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([at, place]) =>
      place.some((row) => row.outOf !== undefined) ? proportion(at, place) : single(at, place, summarise),
    );
}

function proportion(at: string | number, rows: readonly AttributeRow[]): Subgroup {
  const pairs = rows.flatMap(({ count, outOf }) => (count === null || outOf == null ? [] : [{ count, outOf }]));
  const count = sum(pairs, (pair) => pair.count);
  const outOf = sum(pairs, (pair) => pair.outOf);
  return { at, y: outOf > 0 ? count / outOf : null, sum: pairs.length > 0 ? count : null, outOf };
}

function single(at: string | number, rows: readonly AttributeRow[], summarise: "mean" | "sum"): Subgroup {
  const counts = rows.map((row) => row.count).filter((count) => count !== null);
  if (counts.length === 0) return { at, y: null, sum: null, outOf: null };
  const together = sum(counts);
  return { at, y: summarise === "sum" ? together : mean(counts), sum: together, outOf: null };
}
