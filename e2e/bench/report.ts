import { type Figures, figureNames, ratioOf } from "./figures";
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

/** What a larger world costs: ours divided by ours on the smallest world. */
export function growthTable(measured: readonly Measured[]): string {
  const rows = growth(measured).map(({ what, connections, times }) => [
    what,
    String(connections),
    ...figureNames.map((name) => formatRatio(times[name])),
  ]);
  return alignColumns([["", ...headings], ...rows]);
}

export function growth(measured: readonly Measured[]) {
  const smallest = Math.min(...measured.map(({ size }) => size.times));
  return measured
    .filter(({ size }) => size.times !== smallest)
    .flatMap(({ what, connections, slices, size }) => {
      const alike = (measurement: Measured) => measurement.what === what && measurement.connections === connections;
      const small = measured.find((measurement) => alike(measurement) && measurement.size.times === smallest);
      return small ? [{ what, connections, size: size.times, times: ratioOf(slices, small.slices) }] : [];
    });
}

/** All measurements on one line. */
export function asJson(measured: readonly Measured[], seconds: number): string {
  return JSON.stringify({
    node: process.versions.node,
    seconds: Math.round(seconds),
    rounds: measured[0]?.slices.length ?? 0,
    measured: measured.map(({ slices: _, size, ours, bare, ratio, ...measurement }) => ({
      ...measurement,
      size: size.times,
      ours: rounded(ours),
      bare: rounded(bare),
      ratio: rounded(ratio),
    })),
    growth: growth(measured).map(({ times, ...measurement }) => ({ ...measurement, times: rounded(times) })),
  });
}

const rounded = (figures: Figures) =>
  Object.fromEntries(figureNames.map((name) => [name, roundTo3Digits(figures[name])] as const));
const roundTo3Digits = (value: number | null) => (value === null ? null : Number(value.toPrecision(3)));

function formatNumber(value: number | null): string {
  if (value === null) return "-";
  return value >= 10 ? value.toFixed(value >= 100 ? 0 : 1) : Number(value.toPrecision(2)).toString();
}

const formatRatio = (value: number | null) => (value === null ? "-" : `× ${formatNumber(value)}`);

/** Left-aligns the first column and right-aligns the others. */
function alignColumns(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((row) => row.join("  ").trimEnd())
    .join("\n");
}
