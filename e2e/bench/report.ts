import { type Figures, figureNames, ratioOf } from "./figures";
import type { Measured } from "./rounds";

const headings = ["at once", "p50 ms", "p95 ms", "per second", "CPU ms", "PostgreSQL CPU ms"];

/** Everything measured as a plain table, three lines to each: ours, the bare one, and how many times that is. */
export function asTable(measured: readonly Measured[]): string {
  const rows = measured.flatMap(({ what, beside, size, connections, ours, bare, ratio }) => [
    [what, size.name, String(connections), ...figureNames.map((name) => inWords(ours[name]))],
    [`  ${beside}`, "", "", ...figureNames.map((name) => inWords(bare[name]))],
    ["  times that", "", "", ...figureNames.map((name) => inTimes(ratio[name]))],
  ]);
  return aligned([["", "size", ...headings], ...rows]);
}

/** What a larger world costs: ours there by ours on the smallest. */
export function growthTable(measured: readonly Measured[]): string {
  const rows = growth(measured).map(({ what, connections, times }) => [
    what,
    String(connections),
    ...figureNames.map((name) => inTimes(times[name])),
  ]);
  return aligned([["", ...headings], ...rows]);
}

export function growth(measured: readonly Measured[]) {
  const smallest = Math.min(...measured.map(({ size }) => size.times));
  return measured
    .filter(({ size }) => size.times !== smallest)
    .flatMap(({ what, connections, slices, size }) => {
      const alike = (one: Measured) => one.what === what && one.connections === connections;
      const small = measured.find((one) => alike(one) && one.size.times === smallest);
      return small ? [{ what, connections, size: size.times, times: ratioOf(slices, small.slices) }] : [];
    });
}

/** The same for programs to read, on one line. */
export function asJson(measured: readonly Measured[], seconds: number): string {
  return JSON.stringify({
    node: process.versions.node,
    seconds: Math.round(seconds),
    rounds: measured[0]?.slices.length ?? 0,
    measured: measured.map(({ slices: _, size, ours, bare, ratio, ...one }) => ({
      ...one,
      size: size.times,
      ours: rounded(ours),
      bare: rounded(bare),
      ratio: rounded(ratio),
    })),
    growth: growth(measured).map(({ times, ...one }) => ({ ...one, times: rounded(times) })),
  });
}

const rounded = (figures: Figures) =>
  Object.fromEntries(figureNames.map((name) => [name, inThreeDigits(figures[name])] as const));
const inThreeDigits = (value: number | null) => (value === null ? null : Number(value.toPrecision(3)));

function inWords(value: number | null): string {
  if (value === null) return "-";
  return value >= 10 ? value.toFixed(value >= 100 ? 0 : 1) : Number(value.toPrecision(2)).toString();
}

const inTimes = (value: number | null) => (value === null ? "-" : `× ${inWords(value)}`);

/** The first column to the left, figures to the right. */
function aligned(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((row) => row.join("  ").trimEnd())
    .join("\n");
}
