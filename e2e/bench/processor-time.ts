import { readdirSync, readFileSync } from "node:fs";

/** A tick of Linux's accounts: a hundredth of a second on every machine that Node runs on. */
const millisecondsPerTick = 10;

type Account = { parent: number; ticks: number };

/**
 * Reads a line of /proc/<pid>/stat: the process above, and its own time together with that of children that have gone.
 * The program's name stands in brackets and may hold anything, brackets too.
 */
export function readAccount(stat: string): Account {
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [parent = 0, ticks] = [fields[1], fields.slice(11, 15).reduce((total, field) => total + field, 0)];
  return { parent, ticks };
}

/** Milliseconds of processor time that a process and everything below it has used; null where there is no /proc to read. */
export function processorTime(processId: number): number | null {
  const accounts = readAccounts();
  if (!accounts?.has(processId)) return null;
  const below = (parent: number): number[] => [
    parent,
    ...[...accounts].filter(([, account]) => account.parent === parent).flatMap(([pid]) => below(pid)),
  ];
  const ticks = below(processId).reduce((total, pid) => total + (accounts.get(pid)?.ticks ?? 0), 0);
  return ticks * millisecondsPerTick;
}

function readAccounts(): Map<number, Account> | null {
  if (process.platform !== "linux") return null;
  const accounts = new Map<number, Account>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      accounts.set(Number(name), readAccount(readFileSync(`/proc/${name}/stat`, "utf8")));
    } catch {
      // It ended between the two readings.
    }
  }
  return accounts;
}
