import { type Figures, figuresOf, percentile, ratioOf, type Slice } from "./figures";
import { processorTime } from "./processor-time";
import type { Load } from "./send-requests";
import type { Side, Subject } from "./subjects";
import type { Size } from "./worlds";

/** How many rounds, how long a slice and the warm-up take, and after how many seconds no new round starts. */
export type Plan = { rounds: number; milliseconds: number; warmUp: number; seconds: number };
export const connectionCounts = [1, 16] as const;

/** One measurement: both sides under one load, and the ratio of ours to the baseline. */
export type Measured = {
  what: string;
  beside: string;
  size: Size;
  connections: number;
  ours: Figures;
  bare: Figures;
  ratio: Figures;
  /** Our slices, one per round, so that sizes can be compared round by round. */
  slices: Slice[];
};

/** Measures in rounds, alternating our side and the baseline, so that other work of the machine affects both alike. */
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
      const load = { connections, milliseconds: plan.milliseconds };
      ours.push(await measureSlice(subject, subject.ours, load));
      bare.push(await measureSlice(subject, subject.bare, load));
    }
  }
  return cases.map(({ subject: { what, beside, size }, connections, ours, bare }) => ({
    ...{ what, beside, size, connections, slices: ours },
    ours: figuresOf(ours),
    bare: figuresOf(bare),
    ratio: ratioOf(ours, bare),
  }));
}

/** Lets programs compile, connect and fill their caches first. */
async function warmUp(subjects: readonly Subject[], { warmUp: milliseconds }: Plan): Promise<void> {
  for (const subject of subjects) {
    for (const side of [subject.ours, subject.bare]) {
      await subject.before();
      await side.run({ connections: 16, milliseconds });
    }
  }
}

async function measureSlice(subject: Subject, side: Side, load: Load): Promise<Slice> {
  await subject.before();
  const sinceThen = startProcessorTimer(side);
  const began = performance.now();
  const took = await side.run(load);
  const seconds = (performance.now() - began) / 1_000;
  return {
    p50: percentile(took, 50),
    p95: percentile(took, 95),
    perSecond: took.length / seconds,
    requests: took.length,
    ...sinceThen(),
  };
}

/** Measures the processor time that a side uses from now on. */
function startProcessorTimer({ processId, databaseId }: Side): () => Pick<Slice, "cpu" | "databaseCpu"> {
  const read = () => [processorTime(processId), databaseId === null ? null : processorTime(databaseId)] as const;
  const [cpu, databaseCpu] = read();
  return () => {
    const now = read();
    const used = (end: number | null, start: number | null) => (end === null || start === null ? null : end - start);
    return { cpu: used(now[0], cpu), databaseCpu: used(now[1], databaseCpu) };
  };
}
