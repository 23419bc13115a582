import { alignColumns, formatNumber, formatRatio } from "./columns";
import { ratio } from "./figures";
import type { Failure } from "./rounds";
import { isMissed, type Judged, judge, type MemoryRow, type ScaleRow } from "./scale";

/** What a run of the sizes found; kept as a file. */
export type Result = {
  commit: string;
  node: string;
  rounds: number;
  rows: ScaleRow[];
  memory: MemoryRow[];
  failures: { what: string; size: number; problem: string }[];
};

/** A page that failed is not quoted whole. */
export const toFailures = (failures: readonly Failure[]): Result["failures"] =>
  failures.map(({ what, size, problem }) => ({ what, size: size.times, problem: problem.slice(0, 120) }));

/** "× 1.2 (≤ 1.3)", and a ! where it is above its target. */
function withTarget(value: number | null, judged: Judged | undefined): string {
  if (value === null) return "";
  return judged
    ? `${formatRatio(value)} (≤ ${judged.target})${isMissed(judged) ? " !" : "  "}`
    : `${formatRatio(value)}  `;
}

/** Work × size; a target stands beside each ratio that has one. */
export function scaleTable({ rows, memory, failures }: Omit<Result, "commit" | "node" | "rounds">): string {
  const judged = judge(rows, memory);
  const targetOf = (row: ScaleRow, value: number | null) =>
    judged.find((one) => one.what === row.work && one.size === row.size && one.value === value);
  const lines = rows.map((row) => [
    ...[row.work, `${row.size}x`, formatNumber(row.p50), formatNumber(row.cpu), formatNumber(row.databaseCpu)],
    ...[row.bytes.toLocaleString("en-GB"), row.statements === null ? "-" : row.statements.toFixed(1)],
    ...[row.overBare, row.growth, row.overWork].map((value) => withTarget(value, targetOf(row, value))),
  ]);
  const headings = ["", "size", "p50 ms", "CPU ms", "PostgreSQL CPU ms", "bytes", "statements"];
  const table = alignColumns([[...headings, "bare", "smallest", "list page"], ...lines]);
  const megabytes = memory.map(({ size, ...held }) =>
    [
      `Memory at ${size}x: ${held.idle.toFixed(0)} MB idle`,
      `${held.highest.toFixed(0)} MB at most (targets: ${judged
        .filter((one) => one.of === "MB" && one.size === size)
        .map((one) => `≤ ${one.target}${isMissed(one) ? " !" : ""}`)
        .join(", ")}).`,
    ].join(", "),
  );
  const missed = judged.filter(isMissed).map(({ what, of, size, value, target }) => {
    return `  ${what} at ${size}x: ${formatNumber(value)} ${of === "MB" ? "MB" : `times ${of}`}, target ${target}`;
  });
  const verdict =
    missed.length === 0
      ? [`All ${judged.length} targets are met.`]
      : [`${missed.length} of ${judged.length} targets are missed:`, ...missed];
  const broken = failures.map(({ what, size, problem }) => `Not measured: ${what} at ${size}x. ${problem}`);
  return [table, ...megabytes, ...verdict, ...broken].join("\n");
}

/** Now as times what a file says of another commit; below 1 is less. */
export function againstTable(now: Result, then: Result): string {
  const rows = now.rows.flatMap((row) => {
    const before = then.rows.find((other) => other.work === row.work && other.size === row.size);
    if (!before) return [];
    const times = (name: "p50" | "cpu" | "databaseCpu" | "bytes" | "statements") =>
      formatRatio(ratio(row[name], before[name]));
    return [
      [row.work, `${row.size}x`, times("p50"), times("cpu"), times("databaseCpu"), times("bytes"), times("statements")],
    ];
  });
  const headings = ["", "size", "p50", "CPU", "PostgreSQL CPU", "bytes", "statements"];
  return [
    `This run (${now.commit}, Node ${now.node}) as times the other (${then.commit}, Node ${then.node}):`,
    alignColumns([headings, ...rows]),
  ].join("\n");
}
