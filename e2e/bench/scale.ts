import { allCpu, ratio } from "./figures";
import type { Measured } from "./rounds";
import { memoryTargets, type Work, works } from "./works";

/** What one work cost at one size of world, for the table and for a file that another commit is compared with. */
export type ScaleRow = {
  work: string;
  size: number;
  p50: number;
  cpu: number | null;
  databaseCpu: number | null;
  bytes: number;
  statements: number | null;
  /** Processor time as times the bare server's, as times the same work's on the smallest world, as times another work's. */
  overBare: number | null;
  growth: number | null;
  overWork: number | null;
};
/** Megabytes of a web server's processes: once it answers, and at most under the whole run. */
export type MemoryRow = { size: number; idle: number; highest: number };

export function scaleRows(measured: readonly Measured[]): ScaleRow[] {
  const sized = measured.filter((one) => one.work);
  const smallest = Math.min(...sized.map(({ size }) => size.times));
  const cpuOf = (what: string | undefined, times: number) => {
    const one = sized.find((other) => other.what === what && other.size.times === times);
    return one ? allCpu(one.ours) : null;
  };
  return sized.map(({ what, size, ours, bare, work, bytes = 0 }) => ({
    ...{ work: what, size: size.times, bytes, p50: ours.p50 },
    ...{ cpu: ours.cpu, databaseCpu: ours.databaseCpu, statements: ours.statements },
    overBare: work?.overBare ? ratio(allCpu(ours), allCpu(bare)) : null,
    growth: size.times === smallest ? null : ratio(allCpu(ours), cpuOf(what, smallest)),
    overWork: work?.overWork ? ratio(allCpu(ours), cpuOf(work.overWork.name, size.times)) : null,
  }));
}

/** A ratio of a row that may be at most so much. */
export type Judged = { what: string; of: string; size: number; value: number; target: number };

/** Every ratio that has a target. */
export function judge(rows: readonly ScaleRow[], memory: readonly MemoryRow[]): Judged[] {
  const ratios = rows.flatMap((row) => {
    const work: Work | undefined = Object.values(works).find(({ name }) => name === row.work);
    const judged = (of: string, value: number | null, target: number | undefined): Judged[] =>
      value === null || target === undefined ? [] : [{ what: row.work, of, size: row.size, value, target }];
    return [
      ...judged("a bare server", row.overBare, work?.overBare),
      ...judged("itself at the smallest size", row.growth, work?.growth[row.size]),
      ...judged(work?.overWork?.name ?? "", row.overWork, work?.overWork?.times),
    ];
  });
  const held = memory.flatMap(({ size, idle, highest }) => [
    { what: "Memory, idle", of: "MB", size, value: idle, target: memoryTargets.idle },
    { what: "Memory, highest", of: "MB", size, value: highest, target: memoryTargets.highest },
  ]);
  return [...ratios, ...held];
}

export const isMissed = ({ value, target }: Judged): boolean => value > target;
