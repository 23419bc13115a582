import { mean, sum } from "./average";

/** One row of data. Several rows of the same place (a day, or a sequence number) form a subgroup. */
export interface AttributeRow {
  at: string | number;
  /** A value, a count, or a numerator. */
  count: number | null;
  /** The denominator; absent on charts without one. */
  outOf?: number | null;
}

/** One plotted point. */
export interface Subgroup {
  at: string | number;
  y: number | null;
  /** The sum of its counts; null when it has none. */
  sum: number | null;
  /** The sum of its denominators; null on charts without. */
  outOf: number | null;
}

/**
 * Combines rows into subgroups, in axis order. With denominators the value is the sum of counts over the sum of denominators,
 * never a mean of proportions; rows missing either are ignored. A denominator of 0 gives no value.
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
