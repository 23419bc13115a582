import { alignColumns, formatNumber, formatRatio } from "./columns";
import { type Figures, figureNames } from "./figures";
import type { Measured } from "./rounds";

const headings = ["at once", "p50 ms", "p95 ms", "per second", "CPU ms", "PostgreSQL CPU ms"];

/** A table with three lines for each measurement: ours, the baseline, and the ratio. */
export function asTable(measured: readonly Measured[]): string {
  const rows = measured.flatMap(({ what, beside, size, connections, ours, bare, ratio }) => [
    [what, size.name, String(connections), ...figureNames.map((name) => formatNumber(ours[name]))],
    [`  ${beside}`, "", "", ...figureNames.map((name) => formatNumber(bare[name]))],
    ["  times that", "", "", ...figureNames.map((name) => formatRatio(ratio[name]))],
  ]);
  return alignColumns([["", "size", ...headings], ...rows]);
}

/** All measurements on one line. */
export function asJson(measured: readonly Measured[], seconds: number): string {
  return JSON.stringify({
    node: process.versions.node,
    seconds: Math.round(seconds),
    rounds: measured[0]?.slices.length ?? 0,
    measured: measured.map(({ slices: _, work: __, size, ours, bare, ratio, ...measurement }) => ({
      ...measurement,
      size: size.times,
      ours: rounded(ours),
      bare: rounded(bare),
      ratio: rounded(ratio),
    })),
  });
}

const rounded = (figures: Figures) =>
  Object.fromEntries(figureNames.map((name) => [name, roundTo3Digits(figures[name])] as const));
const roundTo3Digits = (value: number | null) => (value === null ? null : Number(value.toPrecision(3)));
