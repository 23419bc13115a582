import { type Figures, figuresOf, percentile, ratioOf, type Slice } from "./figures";
import type { Pressure } from "./press";
import { processorTime } from "./processor-time";
import type { Side, Subject } from "./subjects";
import type { Size } from "./worlds";

/** How often, how long a slice is, and after how many seconds no further round is begun. */
export type Plan = { rounds: number; milliseconds: number; warmUp: number; seconds: number };
export const connectionCounts = [1, 16] as const;

/** One line of the result: what it is, under how much pressure, both sides, and ours to theirs. */
export type Measured = {
  what: string;
  beside: string;
  size: Size;
  connections: number;
  ours: Figures;
  bare: Figures;
  ratio: Figures;
  /** Our slices, one a round, so that sizes can be compared within a round. */
  slices: Slice[];
};

/**
 * Measures in rounds: each goes once through everything, our side and the bare one in turn, so that what else the machine
 * does falls on both alike.
 */
export async function measure(
  subjects: readonly Subject[],
  plan: Plan,
  tell: (round: number) => void,
): Promise<Measured[]> {
  const cases = subjects.flatMap((subject) =>
    (subject.connections ?? connectionCounts).map((connections) => ({
      subject,
      connections,
      ours: [] as Slice[],
      bare: [] as Slice[],
    })),
  );
  const until = performance.now() + plan.seconds * 1_000;
  await warmUp(subjects, plan);
  for (let round = 1; round <= plan.rounds && (round === 1 || performance.now() < until); round += 1) {
    tell(round);
    for (const { subject, connections, ours, bare } of cases) {
      const pressure = { connections, milliseconds: plan.milliseconds };
      ours.push(await slice(subject, subject.ours, pressure));
      bare.push(await slice(subject, subject.bare, pressure));
    }
  }
  return cases.map(({ subject: { what, beside, size }, connections, ours, bare }) => ({
    ...{ what, beside, size, connections, slices: ours },
    ours: figuresOf(ours),
    bare: figuresOf(bare),
    ratio: ratioOf(ours, bare),
  }));
}

/** Until the programs that run are the ones that will run: compiled, connected, with their pages in memory. */
async function warmUp(subjects: readonly Subject[], { warmUp: milliseconds }: Plan): Promise<void> {
  for (const subject of subjects) {
    for (const side of [subject.ours, subject.bare]) {
      await subject.before();
      await side.run({ connections: 16, milliseconds });
    }
  }
}

async function slice(subject: Subject, side: Side, pressure: Pressure): Promise<Slice> {
  await subject.before();
  const sinceThen = stopwatch(side);
  const began = performance.now();
  const took = await side.run(pressure);
  const seconds = (performance.now() - began) / 1_000;
  return {
    p50: percentile(took, 50),
    p95: percentile(took, 95),
    perSecond: took.length / seconds,
    requests: took.length,
    ...sinceThen(),
  };
}

/** How much processor time a side uses from now on. */
function stopwatch({ processId, databaseId }: Side): () => Pick<Slice, "cpu" | "databaseCpu"> {
  const read = () => [processorTime(processId), databaseId === null ? null : processorTime(databaseId)] as const;
  const [cpu, databaseCpu] = read();
  return () => {
    const now = read();
    const used = (end: number | null, start: number | null) => (end === null || start === null ? null : end - start);
    return { cpu: used(now[0], cpu), databaseCpu: used(now[1], databaseCpu) };
  };
}
