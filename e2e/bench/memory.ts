import { readFileSync } from "node:fs";

/** Short enough to catch a peak, long enough not to slow down what is measured. */
const intervalMs = 50;

/** Resident memory of a process in megabytes; null without /proc or when it has ended. */
export function memoryOf(processId: number): number | null {
  try {
    const held = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, "utf8"))?.[1];
    return held ? Number(held) / 1_024 : null;
  } catch {
    return null;
  }
}

/** A process and its descendants. */
function processTree(processId: number): number[] {
  try {
    const below = readFileSync(`/proc/${processId}/task/${processId}/children`, "utf8").trim();
    return [processId, ...below.split(" ").filter(Boolean).map(Number).flatMap(processTree)];
  } catch {
    return [processId];
  }
}

/** Resident memory of a process and its descendants together, in megabytes. */
export function memoryOfTree(processId: number): number | null {
  const held = processTree(processId).flatMap((pid) => memoryOf(pid) ?? []);
  return held.length === 0 ? null : held.reduce((sum, megabytes) => sum + megabytes, 0);
}

/** Watches a process and its descendants: the peak of the process itself, of any one of them, and of all together. */
export function watchMemory(processId: number) {
  let own: number | null = null;
  let alone: number | null = null;
  let together: number | null = null;
  const sample = () => {
    const held = processTree(processId).flatMap((pid) => memoryOf(pid) ?? []);
    if (held.length === 0) return;
    own = Math.max(own ?? 0, memoryOf(processId) ?? 0);
    alone = Math.max(alone ?? 0, ...held);
    together = Math.max(
      together ?? 0,
      held.reduce((sum, megabytes) => sum + megabytes, 0),
    );
  };
  const sampling = setInterval(sample, intervalMs);
  return {
    stop() {
      clearInterval(sampling);
      return { own, alone, together };
    },
  };
}
