import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in ticks of a hundredth of a second. */
const millisecondsPerTick = 10;

type ProcessTimes = { parent: number; ticks: number };

/**
 * Parses /proc/<pid>/stat: the parent, and the time of the process and of its children that have ended. The program's
 * name is in brackets and may itself contain brackets.
 */
export function readProcessTimes(stat: string): ProcessTimes {
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [parent = 0, ticks] = [fields[1], fields.slice(11, 15).reduce((total, field) => total + field, 0)];
  return { parent, ticks };
}

/** Processor time of a process and its descendants in milliseconds; null without /proc or when it has ended. */
export function processorTime(processId: number): number | null {
  const accounts = readAllProcessTimes();
  if (!accounts?.has(processId)) return null;
  const below = (parent: number): number[] => [
    parent,
    ...[...accounts].filter(([, account]) => account.parent === parent).flatMap(([pid]) => below(pid)),
  ];
  const ticks = below(processId).reduce((total, pid) => total + (accounts.get(pid)?.ticks ?? 0), 0);
  return ticks * millisecondsPerTick;
}

function readAllProcessTimes(): Map<number, ProcessTimes> | null {
  if (process.platform !== "linux") return null;
  const accounts = new Map<number, ProcessTimes>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      accounts.set(Number(name), readProcessTimes(readFileSync(`/proc/${name}/stat`, "utf8")));
    } catch {
      // It ended in the meantime
    }
  }
  return accounts;
}
