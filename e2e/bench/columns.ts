/** Two digits that count, or a dash for what is not known. */
export function formatNumber(value: number | null): string {
  if (value === null) return "-";
  return value >= 10 ? value.toFixed(value >= 100 ? 0 : 1) : Number(value.toPrecision(2)).toString();
}

export const formatRatio = (value: number | null) => (value === null ? "-" : `× ${formatNumber(value)}`);

/** Left-aligns the first column and right-aligns the others. */
export function alignColumns(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))))
    .map((row) => row.join("  ").trimEnd())
    .join("\n");
}
