import type { SpcSettings } from "./settings";

/** The Making Data Count rules in order of precedence. */
export const specialCauses = ["outside", "trend", "two of three", "shift"] as const;
export type SpecialCause = (typeof specialCauses)[number];
export type Side = "high" | "low";

/** One rule that fires for one point. A rising trend is "high" at any level, a falling one "low". */
export interface Signal {
  rule: SpecialCause;
  side: Side;
}

/** A value's position relative to the mean and limits of its part; null without a value or limits. */
export interface Position {
  side: -1 | 0 | 1 | null;
  outside: boolean | null;
  near: boolean | null;
}

type Mark = (i: number, signal: Signal) => void;

/** Points beyond their own limits. */
export function markOutside(positions: readonly Position[], mark: Mark): void {
  positions.forEach(({ outside, side }, i) => {
    if (outside) mark(i, { rule: "outside", side: side === 1 ? "high" : "low" });
  });
}

/** All points of every run that keeps rising, or falling. Equal neighbours or a missing value end it. */
export function markTrends(values: readonly (number | null)[], length: number, mark: Mark): void {
  let start = 0;
  let way = 0;
  for (let i = 1; i <= values.length; i++) {
    const [before, here] = [values[i - 1], values[i]];
    const step = before == null || here == null ? 0 : Math.sign(here - before);
    if (step === way && way !== 0) continue;
    if (way !== 0 && i - start >= length) {
      const signal: Signal = { rule: "trend", side: way > 0 ? "high" : "low" };
      for (let k = start; k < i; k++) mark(k, signal);
    }
    way = step;
    start = step === 0 ? i : i - 1;
  }
}

/** All points of every run on one side of the mean. A point on the mean or a missing value ends it. */
export function markShifts(positions: readonly Position[], length: number, mark: Mark): void {
  let start = 0;
  for (let i = 1; i <= positions.length; i++) {
    const side = positions[start]?.side;
    if (i < positions.length && positions[i]?.side === side) continue;
    if (side && i - start >= length) {
      const signal: Signal = { rule: "shift", side: side === 1 ? "high" : "low" };
      for (let k = start; k < i; k++) mark(k, signal);
    }
    start = i;
  }
}

/** Points near a limit where two of three neighbours are near it and all three on that side of the mean. */
export function markTwoOfThree(positions: readonly Position[], counting: SpcSettings["twoOfThree"], mark: Mark): void {
  const counts = (p: Position | undefined) =>
    p?.near === true || (counting === "beyond two thirds" && p?.outside === true);
  const marked = new Set<number>();
  for (let i = 2; i < positions.length; i++) {
    const side = positions[i]?.side;
    if (!side || positions[i - 1]?.side !== side || positions[i - 2]?.side !== side) continue;
    const near = [i - 2, i - 1, i].filter((k) => counts(positions[k]));
    if (near.length < 2) continue;
    for (const k of near) {
      if (marked.has(k)) continue;
      marked.add(k);
      mark(k, { rule: "two of three", side: side === 1 ? "high" : "low" });
    }
  }
}
