import { readFileSync } from "node:fs";

/** Milliseconds between looks: often enough to see a peak, seldom enough not to slow down what makes it. */
const often = 50;

/** Megabytes of memory that a process holds now; null where there is no /proc to read. */
export function memoryOf(processId: number): number | null {
  try {
    const held = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, "utf8"))?.[1];
    return held ? Number(held) / 1_024 : null;
  } catch {
    return null; // it has ended, or there is no /proc
  }
}

/** A process and everything below it, as they are now. */
function family(processId: number): number[] {
  try {
    const below = readFileSync(`/proc/${processId}/task/${processId}/children`, "utf8").trim();
    return [processId, ...below.split(" ").filter(Boolean).map(Number).flatMap(family)];
  } catch {
    return [processId];
  }
}

/** Watches a process and those below it: the most it held itself, that any one held, and that all held at one moment. */
export function watchMemory(processId: number) {
  let own: number | null = null;
  let alone: number | null = null;
  let together: number | null = null;
  const look = () => {
    const held = family(processId).flatMap((pid) => memoryOf(pid) ?? []);
    if (held.length === 0) return;
    own = Math.max(own ?? 0, memoryOf(processId) ?? 0);
    alone = Math.max(alone ?? 0, ...held);
    together = Math.max(
      together ?? 0,
      held.reduce((sum, one) => sum + one, 0),
    );
  };
  const looking = setInterval(look, often);
  return {
    stop() {
      clearInterval(looking);
      return { own, alone, together };
    },
  };
}
