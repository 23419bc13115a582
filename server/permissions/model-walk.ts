import fc from "fast-check";
import { addDays } from "@/server/days";
import { stageOf } from "@/server/experiments/stage";
import { whyNotStart } from "@/server/experiments/start";
import { whyNotAnswer } from "@/server/permissions/asking/ask";
import { type CoverFacts, covered } from "@/server/permissions/coverage/covered";
import { policy } from "@/server/policy";
import { answersFor, type ExperimentForPolicy, type Who } from "@/server/who";

// Random walks through the rules alone, without a database; proof/walk.test.ts walks through the procedures.

export const systemId = "system";
export const sides = ["OCH", "NLA"] as const;
export type Side = (typeof sides)[number];

export const who = (id: string, leads?: Side, more: Partial<Who> = {}): Who => ({
  ...{ id, accounts: [id], standsInFor: [], seats: [] },
  memberships: leads ? [{ systemId, organisationId: leads, role: "leader" }] : [],
  ...more,
});
export const people = {
  lead: who("lead"),
  "on the team and leader": who("both", "OCH"),
  "second account of the lead": who("again", "OCH", { accounts: ["lead", "again"] }),
  "wrote a risk, and a leader": who("writer", "NLA"),
  "leader of OCH": who("sunniva", "OCH"),
  "leader of NLA": who("morwenna", "NLA"),
  "deputy for NLA": who("tomos", undefined, {
    standsInFor: [{ systemId, organisationId: "NLA", leaderId: "morwenna", leaderAccounts: ["morwenna"] }],
  }),
  "leader elsewhere": who("elsewhere", undefined, {
    memberships: [{ systemId: "other", organisationId: "OCH", role: "leader" }],
  }),
  colleague: who("colleague"),
} as const;
export type Name = keyof typeof people;
export const names = Object.keys(people) as Name[];
/** Stated independently of the policy, so that an error there is found. */
export const mayAnswer: Record<Side, Name[]> = { OCH: ["leader of OCH"], NLA: ["leader of NLA", "deputy for NLA"] };
export const team: Name[] = ["lead", "on the team and leader", "second account of the lead"];

export const it: ExperimentForPolicy = {
  ...{
    systemId,
    teamIds: ["lead", "both"],
    authorIds: ["lead", "writer"],
    onceLinkedIds: [],
    organisationIds: [...sides],
  },
  ...{ carrierIds: [...sides], formerTeam: [], contributorIds: [], boardIds: [], ended: false },
};

export type Act =
  | { does: "wait"; hours: number }
  | { does: "ask"; by: Name; fromIn: number; days: number }
  | { does: "answer"; by: Name; side: Side; answer: "yes" | "question" | "not this time"; stale: boolean }
  | { does: "withdraw"; by: Name; side: Side }
  | { does: "edit" | "start" | "pause" | "go on"; by: Name };

export type State = CoverFacts & {
  hour: number;
  words: CoverFacts["words"];
  turn: "started" | "paused" | "resumed" | null;
  /** The terms it was last started on. */
  startedOn: string | null;
};
/** Time is counted in hours from this day in winter; the clocks go forward on the second Sunday after. */
export const firstDay = "2027-03-15";
export const moment = (hour: number) =>
  `${new Date(Date.parse(`${firstDay}T00:00:00Z`) + hour * 3_600_000).toISOString().replace("Z", "000Z")}`;
export const london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" });
export const days = new Map<number, string>();
export function dayOf(hour: number): string {
  const day = days.get(hour) ?? london.format(Date.parse(moment(hour)));
  days.set(hour, day);
  return day;
}

export const wordsNow = (state: State) => state.words.at(-1)?.materialHash ?? "";
export const coverNow = (state: State, side: Side) =>
  covered(state, side, dayOf(state.hour), { knownAt: moment(state.hour) });
export const holds = (state: State) => sides.every((side) => coverNow(state, side) !== null);
export const stageNow = (state: State) =>
  stageOf({
    ...{
      lastTurn: state.turn,
      carriers: 2,
      outdated: 0,
      lapsed: 0,
      unanswered: 0,
      requestOpen: null,
      requestSameTerms: null,
    },
    startedSameTerms: state.startedOn === null ? null : state.startedOn === wordsNow(state),
    covering: sides.filter((side) => coverNow(state, side) !== null).length,
    granting: sides.filter((side) => coverNow(state, side) !== null).length,
  });

/** Performs an act if the rules allow it. Returns whether they did. */
export function perform(state: State, act: Act): boolean {
  const at = moment(state.hour);
  if (act.does === "wait") {
    state.hour += act.hours;
    return true;
  }
  const person = people[act.by];
  const latest = state.requests.at(-1);
  if (act.does === "ask") {
    if (!policy.askPermission(person, it)) return false;
    const fromOn = addDays(dayOf(state.hour), act.fromIn);
    const request = {
      id: `r${String(state.requests.length).padStart(3, "0")}`,
      fromOn,
      endsOn: addDays(fromOn, act.days),
    };
    state.requests.push({
      ...request,
      materialHash: wordsNow(state),
      renewsId: null,
      needsBoard: false,
      boardAnswers: [],
      carrierIds: [...sides],
    });
    return true;
  }
  if (act.does === "answer") {
    if (!latest || !policy.answerRequest(person, it) || !answersFor(person, systemId).includes(act.side)) return false;
    const request = {
      ...{ id: latest.id, termsHash: "now", hashOnScreen: act.stale ? "older" : "now", takenBack: false },
      ...{ materialHash: latest.materialHash, currentHash: wordsNow(state), ended: latest.endsOn < dayOf(state.hour) },
      withdrawnFor: state.withdrawals.flatMap(({ requestId, organisationId }) =>
        requestId === latest.id && organisationId ? [organisationId] : [],
      ),
    };
    if (whyNotAnswer(request, state.answers, act.side) !== null) return false;
    const id = `a${String(state.answers.length).padStart(3, "0")}`;
    const answer = {
      id,
      requestId: latest.id,
      organisationId: act.side,
      answer: act.answer,
      endsOn: null,
      at,
      acceptedAt: null,
    };
    state.answers.push(answer);
    return true;
  }
  if (act.does === "withdraw") {
    if (!latest || !policy.withdrawPermission(person, it) || !answersFor(person, systemId).includes(act.side))
      return false;
    state.withdrawals.push({ requestId: latest.id, organisationId: act.side, at });
    return true;
  }
  if (act.does === "edit") {
    if (!policy.editExperiment(person, it)) return false;
    state.words.push({ materialHash: `words ${state.words.length}`, sinceAt: at });
    return true;
  }
  if (act.does === "pause") {
    if (state.turn === null || !policy.pause(person, it)) return false;
    state.turn = "paused";
    return true;
  }
  const [line, from] = act.does === "start" ? (["start", null] as const) : (["resume", "paused"] as const);
  if (!policy[line](person, it) || state.turn !== from) return false;
  const carriers = sides.map((organisation) => {
    const covering = coverNow(state, organisation) !== null;
    return {
      ...{ organisation, covering, granting: covering, outdated: false },
      ...{ beginsOn: null, endedOn: null, asked: false, refused: false },
    };
  });
  if (
    whyNotStart(
      { stage: stageNow(state), riskCount: 1, noHarmForeseen: false, riskOfNotTrying: "Waiting", carriers },
      String,
    ).length > 0
  )
    return false;
  state.turn = act.does === "start" ? "started" : "resumed";
  state.startedOn = wordsNow(state);
  return true;
}

export const by = fc.constantFrom(...names);
export const side = fc.constantFrom(...sides);
export const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant("wait" as const), hours: fc.integer({ min: 1, max: 24 * 14 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("ask" as const),
      by: fc.constantFrom<Name>("lead", "lead", ...names),
      fromIn: fc.constantFrom(0, 0, 2),
      days: fc.integer({ min: 0, max: 60 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant("answer" as const),
      by,
      side,
      answer: fc.constantFrom("yes", "yes", "yes", "question", "not this time"),
      stale: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("withdraw" as const), by, side }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom("start" as const, "start" as const, "go on" as const, "pause" as const),
      by,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("edit" as const), by }) },
);
/** A running experiment: half of the walks begin with it. */
export const begun: Act[] = [
  { does: "ask", by: "lead", fromIn: 0, days: 30 },
  { does: "answer", by: "leader of OCH", side: "OCH", answer: "yes", stale: false },
  { does: "answer", by: "deputy for NLA", side: "NLA", answer: "yes", stale: false },
  { does: "start", by: "lead" },
];
export const walk = fc
  .tuple(fc.constantFrom(true, false), fc.array(act, { minLength: 10, maxLength: 40 }))
  .map(([started, acts]) => (started ? [...begun, ...acts] : acts));
