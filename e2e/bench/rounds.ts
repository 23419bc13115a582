import { type Figures, figuresOf, percentile, ratioOf, type Slice } from "./figures";
import { processorTime } from "./processor-time";
import type { Load } from "./send-requests";
import type { StatementCounter } from "./statements";
import type { Side, Subject } from "./subjects";
import type { Work } from "./works";
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
  work?: Work;
  bytes?: number;
};
/** A case that could not be measured to the end, with the reason. */
export type Failure = { what: string; size: Size; problem: string };

/** Measures in rounds, alternating our side and the baseline, so that other work of the machine affects both alike. */
export async function measure(
  subjects: readonly Subject[],
  plan: Plan,
  tell: (round: number) => void,
): Promise<{ measured: Measured[]; failures: Failure[] }> {
  const cases = subjects.flatMap((subject) =>
    (subject.connections ?? connectionCounts).map((connections) => ({
      subject,
      connections,
      ours: [] as Slice[],
      bare: [] as Slice[],
    })),
  );
  const until = performance.now() + plan.seconds * 1_000;
  const failed = new Map<Subject, string>();
  /** What fails, for example because a page takes too long in a large world, is left out, and the rest goes on. */
  const unlessFailed = async (subject: Subject, work: () => Promise<void>) => {
    if (failed.has(subject)) return;
    await work().catch((error: Error) => failed.set(subject, error.message));
  };
  for (const subject of subjects) await unlessFailed(subject, () => warmUp(subject, plan));
  for (let round = 1; round <= plan.rounds && (round === 1 || performance.now() < until); round += 1) {
    tell(round);
    for (const { subject, connections, ours, bare } of cases) {
      const load = { connections, milliseconds: plan.milliseconds };
      await unlessFailed(subject, async () => {
        const counted = { ...subject.ours, counter: subject.counter };
        ours.push(await measureSlice(subject, counted, load));
        bare.push(await measureSlice(subject, subject.bare, load));
      });
    }
  }
  const measured = cases
    .filter(({ subject }) => !failed.has(subject))
    .map(({ subject: { what, beside, size, work, bytes }, connections, ours, bare }) => ({
      ...{ what, beside, size, connections, slices: ours, work, bytes },
      ours: figuresOf(ours),
      bare: figuresOf(bare),
      ratio: ratioOf(ours, bare),
    }));
  return { measured, failures: [...failed].map(([{ what, size }, problem]) => ({ what, size, problem })) };
}

/** Lets programs compile, connect and fill their caches first. */
async function warmUp(subject: Subject, { warmUp: milliseconds }: Plan): Promise<void> {
  for (const side of [subject.ours, subject.bare]) {
    await subject.before();
    await side.run({ connections: Math.max(...(subject.connections ?? connectionCounts)), milliseconds });
  }
}

type Counted = Side & { counter?: StatementCounter };

async function measureSlice(subject: Subject, side: Counted, load: Load): Promise<Slice> {
  await subject.before();
  const statements = (await side.counter?.count()) ?? null;
  const sinceThen = startProcessorTimer(side);
  const began = performance.now();
  const took = await side.run(load);
  const seconds = (performance.now() - began) / 1_000;
  const times = sinceThen();
  const statementsNow = (await side.counter?.count()) ?? null;
  return {
    p50: percentile(took, 50),
    p95: percentile(took, 95),
    perSecond: took.length / seconds,
    requests: took.length,
    ...times,
    statements: statements === null || statementsNow === null ? null : statementsNow - statements,
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
