import type { measures } from "@/db/schema";
import type { MeetingRule, OrganisationKind, RiskDomain, SeatRole } from "@/db/vocabulary";
import type { Definition } from "@/server/measures/definition";
import type { WorldDay, WorldMoment } from "./calendar";
import type { ExperimentRecord } from "./experiment-record";

/** Types of the records from which the demo world's rows are generated. Dates are relative to the records' own today (calendar.ts). */

export type OrganisationRecord = {
  name: string;
  shortName: string;
  kind: OrganisationKind;
  /** When it belonged to the system; "elsewhere" for one known only from an archive. */
  serves: { from: WorldDay; to?: WorldDay } | "elsewhere";
};

export type PersonRecord<Organisation extends string> = {
  name: string;
  job: string;
  /** What they were called, and were, until a moment. */
  formerly?: { name: string; job: string; until: WorldMoment };
  email: string;
  joined: WorldDay;
  neverSignedIn?: true;
  suspended?: WorldMoment;
  samePersonAs?: string;
  worksIn: {
    at: Organisation;
    team: string;
    leader?: true;
    /** When it was proposed that they answer for it, which waits for a second person's word. */
    leaderProposed?: WorldMoment;
    from: WorldDay;
    to?: WorldDay;
  }[];
};

export type BoardRecord<Person extends string, Organisation extends string> = {
  key: string;
  name: string;
  meets: MeetingRule;
  seats: { who: Person; role: SeatRole; for?: Organisation }[];
};

/** A change to a chart: new limits from a week on, a week left out, or a note on a day. */
export type OnChartRecord<Person extends string> = {
  on: WorldDay;
  words: string;
  by: Person;
  at: WorldMoment;
  takenBack?: { by: Person; at: WorldMoment };
};

export type MeasureRecord<Person extends string, Organisation extends string> = Pick<
  typeof measures.$inferInsert,
  keyof Definition | "counting"
> & {
  decimals: number;
  definedBy: Person;
  definedAt: WorldMoment;
  /** Each but the last contributes about `about`; the last contributes the rest. */
  contributors: { from: Organisation; about?: number }[];
  loggedBy: Person;
  /**
   * Weekly values, and the Monday of the first week. For rare events (a t chart): the days between events, and the day
   * from which the first interval is counted.
   */
  points: { from: string; values: number[] };
  rebases?: OnChartRecord<Person>[];
  leftOut?: OnChartRecord<Person>[];
  notes?: OnChartRecord<Person>[];
};

/** What may start without asking: allowed by a leader for one organisation, or by a board's chair for the whole system. */
export type StandingRecord<Person extends string, Organisation extends string> = {
  key: string;
  /** Absent for the whole system. */
  for?: Organisation;
  by: Person;
  at: WorldMoment;
  /** Of the system's floor: who confirmed it. */
  confirmed?: { by: Person; at: WorldMoment };
  highestScores: Partial<Record<RiskDomain, number>>;
  longestWeeks: number;
  note: string;
  from: WorldDay;
  until?: WorldDay;
  takenBack?: { by: Person; at: WorldMoment; reason: string };
};

/** One system with everything in it. */
export type World = {
  key: string;
  name: string;
  population: number;
  organisations: Record<string, OrganisationRecord>;
  people: Record<string, PersonRecord<string>>;
  administrators: { who: string; at: string }[];
  deputies: { leader: string; deputy: string; at: string; from: WorldDay; to: WorldDay }[];
  boards: BoardRecord<string, string>[];
  standing: StandingRecord<string, string>[];
  measures: Record<string, MeasureRecord<string, string>>;
  experiments: ExperimentRecord[];
};
