import { TRPCError } from "@trpc/server";
import type { connect } from "@/db/client";
import { findKeptStage } from "@/server/experiments/kept-stages-queries";
import { findCoverFacts } from "@/server/permissions/coverage/queries";
import { handOverInSystem } from "@/server/permissions/handover/hand-over";
import type { TestPerson } from "@/server/testing";
import type { Act, Input, Role, Scene } from "./act";
import { actsAround } from "./acts-around";
import { actsOnExperiments } from "./acts-on-experiments";
import { actsOnPermission } from "./acts-on-permission";
import { violations, whyItMayNotRun } from "./checker";
import { dayOf, instantOf, isStart } from "./facts";
import type { Invariant } from "./invariants";
import { type Random, seeded } from "./random";
import { stageByFunctions } from "./stage-check";
import { readTables, type Tables } from "./table-queries";
import type { Place } from "./testing";
import { whatHelps } from "./what-helps";

export const acts: Record<string, Act> = { ...actsOnExperiments, ...actsOnPermission, ...actsAround };

export type Finding = { invariant: Invariant; of: string; trail: string[] };
export type Walked = {
  sent: number;
  done: Map<string, number>;
  /** Starts without asking. */
  uses: number;
  found: Finding[];
  /** What no sentence answered. */
  broken: string[];
  /** Where the view says another stage than the plain functions. */
  otherStages: string[];
  /** What the checker would let run and the product does not: no breach, and worth a look. */
  held: Finding[];
};
type Settings = { seed: number; acts: number; place: Place; db: ReturnType<typeof connect> };
type Sent = { name: string; by: TestPerson; input: Input };

/** Days around a leap day, both clock changes and the end of a year. */
const beginnings = ["2027-03-20", "2027-10-24", "2027-12-20", "2028-02-20", "2027-06-15"] as const;

const noTables = {
  memberships: [],
  proposals: [],
  leaderDecisions: [],
  deputies: [],
  seats: [],
  people: [],
} as unknown as Tables;

/** Random acts of random people through the real procedures; after each of them the tables are checked. */
export async function walk({ seed, acts: length, place, db }: Settings): Promise<Walked> {
  const random = seeded(seed);
  let clock = Date.parse(`${random.pick(...beginnings)}T09:00:00Z`);
  const walked: Walked = { sent: 0, done: new Map(), uses: 0, found: [], broken: [], otherStages: [], held: [] };
  const known: { experimentId: string; system: Place["systems"][number]; t: Tables; trail: string[]; idle: number }[] =
    [];
  const memory: Pick<Scene, "measures" | "drafts"> = { measures: [], drafts: [] };
  const seen = new Set<string>();

  const send = async ({ name, by, input }: Sent, one: (typeof known)[number] | undefined): Promise<boolean> => {
    walked.sent += 1;
    const at = new Date(clock).toISOString();
    const call = name.split(".").reduce<unknown>((part, key) => Reflect.get(part as object, key), by.at(at)) as (
      input: Input,
    ) => Promise<unknown>;
    const { by: _, ...fields } = input;
    try {
      const answer = (await call({ ...fields, key: crypto.randomUUID() })) as Record<string, unknown> | undefined;
      walked.done.set(name, (walked.done.get(name) ?? 0) + 1);
      one?.trail.push(`${at} ${by.name}: ${name} ${JSON.stringify(fields)}`.slice(0, 300));
      await remember(name, fields, answer ?? {});
      return true;
    } catch (thrown) {
      if (thrown instanceof TRPCError && thrown.code !== "INTERNAL_SERVER_ERROR") return false;
      let cause = thrown;
      while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
      walked.broken.push(`${name} by ${by.name}: ${cause}`);
      return false;
    }
  };
  const remember = async (name: string, sent: Input, answer: Record<string, unknown>) => {
    const experimentId = String(answer.experimentId ?? sent.experimentId);
    if (name === "experiments.register") {
      const system = place.systems.find(({ systemId }) => systemId === sent.systemId) ?? place.systems[0];
      if (system) known.push({ experimentId, system, t: await readTables(db, experimentId), trail: [], idle: 0 });
    }
    const systemId = sent.systemId ?? known.find((one) => one.experimentId === experimentId)?.system.systemId;
    if (name.startsWith("measures.define"))
      memory.measures.push({ id: String(answer.measureId), systemId: String(systemId) });
    const draft = memory.drafts.find(({ draftId }) => draftId === sent.draftId);
    if (name === "risks.begin") memory.drafts.push({ experimentId, draftId: String(answer.draftId), version: 1 });
    else if (draft) draft.version += 1;
  };

  /** With `linked`, two accounts have just become one person's, and what was done before that stands (rule I6). */
  const check = async (one: (typeof known)[number], { linked = false } = {}): Promise<void> => {
    one.t = await readTables(db, one.experimentId);
    const at = new Date(clock).toISOString();
    const stands = (of: string) => linked && Date.parse(instantOf(of)) < clock;
    const keep = (list: Finding[], invariant: Invariant, of: string) => {
      const key = `${one.experimentId} ${invariant} ${of}`;
      if (!seen.has(key) && !stands(of)) list.push({ invariant, of, trail: [...one.trail] });
      seen.add(key);
    };
    for (const { invariant, of } of violations(one.t)) keep(walked.found, invariant, of);
    // Before it is first asked about, only its team sees it
    if (one.t.experiments[0]?.sharedAt === null) return;
    const { stage } = await one.system.watcher.at(at).experiments.find({ experimentId: one.experimentId });
    const expected = stageByFunctions(one.t, await findCoverFacts(db, one.experimentId), dayOf(at));
    const kept = await findKeptStage(db, one.experimentId, dayOf(at));
    if (stage !== expected || stage !== kept)
      walked.otherStages.push(`${at}: ${stage}, not ${expected}, kept ${kept}, after ${one.trail.join("; ")}`);
    const turn = one.t.turns.at(-1);
    if (!turn || !isStart(turn)) return;
    const not = whyItMayNotRun(one.t, at);
    if (stage === "running" && not) keep(walked.found, not.invariant, `${dayOf(at)}: ${not.why.join(", ")}`);
    if (stage !== "running" && !not) keep(walked.held, "I2.5", `${dayOf(at)}: ${stage}`);
  };

  for (const [index, system] of place.systems.entries()) {
    const today = dayOf(new Date(clock).toISOString());
    const scene = { random, today, people: place.people, system, t: noTables, experimentId: "", ...memory };
    const first = place.people[index === 0 ? 0 : 13];
    for (const name of ["experiments.register", "measures.define"]) {
      const input = acts[name]?.input(scene);
      if (first && input) await send({ name, by: first, input }, undefined);
    }
  }

  for (let n = 0; walked.sent < length; n++) {
    const before = dayOf(new Date(clock).toISOString());
    clock = next(clock, random);
    // A morning's task, at the latest by the next act
    const now = new Date(clock).toISOString();
    const closed = known.some(({ t }) => t.serving.some(({ endsOn }) => endsOn !== null && endsOn < dayOf(now)));
    if (closed && dayOf(now) !== before && random.chance(0.7))
      for (const { systemId } of place.systems) await handOverInSystem(db, systemId, now);
    const recent = known.slice(-3);
    const preferred = recent.findLast(({ system }) => system === place.systems[0]);
    const one = (random.chance(0.8) ? preferred : undefined) ?? random.one(recent);
    if (!one) throw new Error("no experiment could be registered");
    const { experimentId, system, t } = one;
    const today = dayOf(new Date(clock).toISOString());
    const scene: Scene = { random, today, people: place.people, system, t, experimentId, ...memory };
    // Nobody may be left who could bring it on
    const stuck =
      one.idle > 10 ? choose({ ...scene, system: place.systems[0] ?? system }, place, "experiments.register") : null;
    const chosen = [stuck ?? choose(scene, place), ...(random.chance(0.12) ? [choose(scene, place)] : [])];
    const link = chosen.find((act) => act?.name === "admin.people.link");
    // Alone, so that whatever else was done came before
    const sent = link ? [link] : chosen;
    if (link) for (const other of known) await check(other);
    const done = await Promise.all(sent.map((act) => act !== null && send(act, one)));
    one.idle = done.some((saved) => saved) ? 0 : one.idle + 1;
    if (link && one.idle === 0) for (const other of known) await check(other, { linked: true });
    if (one.idle === 0) await check(one);
    // What was refused left nothing behind, and time alone may end what ran
    if (n % 10 === 0) for (const other of recent) await check(other);
  }
  walked.uses = known.reduce((sum, { t }) => sum + t.uses.length, 0);
  return walked;
}

function choose(scene: Scene, place: Place, wanted?: string): Sent | null {
  const { random } = scene;
  const [name, given] = wanted ? [wanted] : random.chance(0.6) ? whatHelps(scene) : [weighted(random)];
  const act = acts[name];
  const input = given ?? act?.input(scene);
  if (!act || !input) return null;
  const named = random.chance(0.9) ? place.people.find(({ id }) => id === input.by) : undefined;
  const by = named ?? (random.chance(0.88) ? holderOf(act.role, scene, place) : undefined) ?? random.one(place.people);
  return by ? { name, by, input } : null;
}

function weighted(random: Random): string {
  const total = Object.values(acts).reduce((sum, { weight }) => sum + weight, 0);
  let left = (random.whole(0, 999_999) / 1_000_000) * total;
  for (const [name, { weight }] of Object.entries(acts)) {
    left -= weight;
    if (left <= 0) return name;
  }
  return "experiments.start";
}

function holderOf(role: Role, { t, random, today }: Scene, { people, administrators }: Place): TestPerson | undefined {
  const ids = {
    team: t.team.filter(({ endsOn }) => endsOn === null || endsOn >= today).map(({ personId }) => personId),
    leader: t.memberships.filter((one) => one.role === "leader").map(({ personId }) => personId),
    board: t.seats.map(({ personId }) => personId),
    administrator: administrators.map(({ id }) => id),
    anyone: [],
  }[role];
  return people.find(({ id }) => id === random.one(ids));
}

const hour = 3_600_000;
/** Mostly the next minutes or hours; now and then days, and the last and first second of a month in London. */
function next(clock: number, random: Random): number {
  if (random.chance(0.78)) return clock + random.whole(1, 5_400) * 1_000;
  if (random.chance(0.7)) return clock + random.whole(1, 30) * hour;
  if (random.chance(0.7)) return clock + random.whole(1, 15) * 24 * hour;
  const date = new Date(clock);
  const monthEnd = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  const edge = monthEnd - random.pick(0, 1) * hour + random.pick(-1_000, 0, 1_000);
  return edge > clock ? edge : clock + hour;
}
