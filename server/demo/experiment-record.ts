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
  /** Asks to extend the permission of the request before it. */
  renews?: true;
  /** Withdrawn by the team before it took effect. */
  takenBack?: { by: Person; at: WorldMoment; reason: string };
  /** The team's decision at the end of the permission. */
  letEnd?: { by: Person; at: WorldMoment; reason: string };
  answers: {
    for: Organisation;
    by: Person;
    at: WorldMoment;
    answer: PermissionAnswer;
    inWords: string;
    /** Earlier than requested. */
    until?: WorldDay;
    /** The team's reply to a question. */
    reply?: { by: Person; at: WorldMoment; inWords: string };
  }[];
};

export type ReviewRecord<Person extends string> = {
  board: string;
  by: Person;
  at: WorldMoment;
  /** The number of the request that also needs this board's yes: 1 for the first. */
  request?: number;
  question: string;
  answers: {
    by: Person;
    at: WorldMoment;
    answer: ReviewAnswer;
    reason: string;
    /** At its first meeting from this day on. */
    lookAgain?: WorldDay;
  }[];
};

/** One plan-do-study-act cycle. */
export type CycleRecord<Person extends string> = {
  by: Person;
  at: WorldMoment;
  plan: string;
  expect: string;
  from: WorldDay;
  until?: WorldDay;
  done?: string;
  seen?: { words: string; act: PdsaAct; at: WorldMoment };
};

/** An experiment of the demo world, from the idea to what was learned. */
export type ExperimentRecord<
  Person extends string = string,
  Organisation extends string = string,
  Measure extends string = string,
> = {
  key: string;
  title: string;
  formerTitle?: { was: string; until: WorldMoment };
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
  /** Absent while only the team sees it. */
  sharedAt?: WorldMoment;
  /** `from` is the day of registration unless given. */
  team: { who: Person; leads?: true; from?: WorldDay; to?: WorldDay }[];
  measures: Partial<Record<MeasureRole, Measure[]>>;
  riskOfNotTrying?: string;
  /** When risks, dips and stop rules were recorded, unless one has its own moment; by default at registration. */
  risksWrittenAt?: WorldMoment;
  risks: RiskRecord<Organisation>[];
  /** A risk whose questions are not all answered yet. */
  riskDraft?: { by: Person; at: WorldMoment } & Pick<RiskFields, "harm" | "whoIsAffected" | "domain">;
  dips?: DipRecord<Organisation, Measure>[];
  stopRules?: StopRuleRecord<Measure>[];
  requests?: RequestRecord<Person, Organisation>[];
  /** The request being prepared; `renews` is the number of the request it would extend. */
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
  /** The standing permissions it started under. */
  standingUses?: { standing: string; for: Organisation; by: Person; at: WorldMoment; until: WorldDay }[];
  /** Fixes the team reported while it was paused. */
  pauseFixes?: { by: Person; at: WorldMoment; words: string }[];
  pauseDecisions?: { for: Organisation; by: Person; at: WorldMoment; decision: PauseDecision; reason: string }[];
  cycles?: CycleRecord<Person>[];
  /** Notes on its charts that only this experiment shows. */
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
