import type {
  ConclusionOutcome,
  MeasureRole,
  PathwayStage,
  PauseDecision,
  PauseReason,
  PdsaAct,
  PermissionAnswer,
  ReviewAnswer,
  StopRuleKind,
  Turn,
} from "@/db/vocabulary";
import type { RiskFields } from "@/server/risks/fields";
import type { WorldDay, WorldMoment } from "./calendar";

/** How an experiment of the demo world is written down, from the idea to what was learned. */

export type RiskRecord<Organisation extends string> = RiskFields & { carriedBy: Organisation[] };

export type DipRecord<Organisation extends string, Measure extends string> = {
  measure: Measure;
  from: WorldDay;
  until: WorldDay;
  /** The worst value that is still within the agreed dip. */
  worst: number;
  carriedBy: Organisation[];
  recorded?: WorldMoment;
  removed?: WorldMoment;
};

export type StopRuleRecord<Measure extends string> = {
  kind: StopRuleKind;
  words: string;
  on?: {
    measure: Measure;
    metWhen: "at or above" | "above" | "at or below" | "below";
    threshold: number;
    weeksRunning: number;
  };
};

export type RequestRecord<Person extends string, Organisation extends string> = {
  by: Person;
  at: WorldMoment;
  from: WorldDay;
  until: WorldDay;
  /** It asks for longer than the request before it. */
  renews?: true;
  /** By its team, before anything came of it. */
  takenBack?: { by: Person; at: WorldMoment; reason: string };
  /** By its team, when the permission was about to end. */
  letEnd?: { by: Person; at: WorldMoment; reason: string };
  answers: {
    for: Organisation;
    by: Person;
    at: WorldMoment;
    answer: PermissionAnswer;
    inWords: string;
    /** A shorter date than was asked for. */
    until?: WorldDay;
    /** What the team said to a question. */
    reply?: { by: Person; at: WorldMoment; inWords: string };
  }[];
};

export type ReviewRecord<Person extends string> = {
  board: string;
  by: Person;
  at: WorldMoment;
  /** The request that needs this board's yes as well, by its place: 1 for the first. */
  request?: number;
  question: string;
  answers: { by: Person; at: WorldMoment; answer: ReviewAnswer; reason: string; lookAgain?: WorldDay }[];
};

/** One round of plan, do, study, act. */
export type CycleRecord<Person extends string> = {
  by: Person;
  at: WorldMoment;
  plan: string;
  expect: string;
  from: WorldDay;
  until?: WorldDay;
  done?: string;
  /** What was seen, what next, and when that was written down. */
  seen?: { words: string; act: PdsaAct; at: WorldMoment };
};

export type ExperimentRecord<
  Person extends string = string,
  Organisation extends string = string,
  Measure extends string = string,
> = {
  key: string;
  title: string;
  problem: string;
  changeIdea: string;
  place: string;
  aim?: string;
  /** "We expect …" */
  prediction?: string;
  /** "… because …" */
  predictionBecause?: string;
  startsAt: PathwayStage;
  showsAt: PathwayStage;
  lead: Organisation;
  takingPart: Organisation[];
  adaptedFrom?: string;
  registered: { by: Person; at: WorldMoment };
  /** Left out while only the team sees it. */
  sharedAt?: WorldMoment;
  /** Who is on the team; from the day it was registered unless said. */
  team: { who: Person; leads?: true; from?: WorldDay; to?: WorldDay }[];
  measures: Partial<Record<MeasureRole, Measure[]>>;
  riskOfNotTrying?: string;
  /** When risks, dips and stop rules were written down, unless one says otherwise. */
  risksWrittenAt?: WorldMoment;
  risks: RiskRecord<Organisation>[];
  /** A risk that somebody began to write down and has not finished. */
  riskDraft?: { by: Person; at: WorldMoment } & Pick<RiskFields, "harm" | "whoIsAffected" | "domain">;
  dips?: DipRecord<Organisation, Measure>[];
  stopRules?: StopRuleRecord<Measure>[];
  requests?: RequestRecord<Person, Organisation>[];
  /** What the team has filled in of its next request; `renews` is the number of the one it asks longer for. */
  requestDraft?: {
    by: Person;
    at: WorldMoment;
    from?: WorldDay;
    until?: WorldDay;
    renews?: number;
    whyLonger?: string;
  };
  turns?: {
    turn: Exclude<Turn, "concluded">;
    by: Person;
    at: WorldMoment;
    reason?: string;
    pauseReason?: PauseReason;
  }[];
  reviews?: ReviewRecord<Person>[];
  reversible?: boolean;
  plannedWeeks?: number;
  /** Standing permissions by which it started, by their keys. */
  standingUses?: { standing: string; for: Organisation; by: Person; at: WorldMoment; until: WorldDay }[];
  /** What its team says it has done about what paused it. */
  pauseFixes?: { by: Person; at: WorldMoment; words: string }[];
  pauseDecisions?: { for: Organisation; by: Person; at: WorldMoment; decision: PauseDecision; reason: string }[];
  cycles?: CycleRecord<Person>[];
  /** Notes on its own charts. */
  notes?: { measure: Measure; on: WorldDay; words: string; by: Person; at: WorldMoment }[];
  conclusion?: {
    outcome: ConclusionOutcome;
    by: Person;
    at: WorldMoment;
    whatHappened: string;
    learned: string;
    tellNextTeam: string;
    goalsMet?: string;
    tradeOffs?: string;
    unpleasantSurprises?: string;
    pleasantSurprises?: string;
    changeStops: boolean;
    measuringStops: boolean;
  };
};
