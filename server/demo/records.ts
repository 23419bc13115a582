import type { measures } from "@/db/schema";
import type { OrganisationKind, RiskDomain, SeatRole } from "@/db/vocabulary";
import type { Definition } from "@/server/measures/definition";
import type { WorldDay, WorldMoment } from "./calendar";
import type { ExperimentRecord } from "./experiment-record";

/** How the demo world is written down. Dates are the world's own (calendar.ts); a key names a person, an organisation or a measure. */

export type OrganisationRecord = {
  name: string;
  shortName: string;
  kind: OrganisationKind;
  /** When it served in the system; an organisation known only from an archive serves in none. */
  serves: { from: WorldDay; to?: WorldDay } | "elsewhere";
};

export type PersonRecord<Organisation extends string> = {
  name: string;
  job: string;
  email: string;
  joined: WorldDay;
  neverSignedIn?: true;
  suspended?: WorldMoment;
  samePersonAs?: string;
  worksIn: { at: Organisation; team: string; leader?: true; from: WorldDay; to?: WorldDay }[];
};

export type BoardRecord<Person extends string, Organisation extends string> = {
  key: string;
  name: string;
  meets: string;
  next: WorldDay;
  seats: { who: Person; role: SeatRole; for?: Organisation }[];
};

/** Something somebody did to a chart: new limits from a week on, a week left out, a note of a day. */
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
  /** Each but the last brings about so many; the last brings the rest. */
  contributors: { from: Organisation; about?: number }[];
  loggedBy: Person;
  /**
   * Weekly values, and the Monday on which the first week starts. Of rare events (a t chart) the days between them, and
   * the day from which the first was waited for.
   */
  points: { from: string; values: number[] };
  rebases?: OnChartRecord<Person>[];
  leftOut?: OnChartRecord<Person>[];
  notes?: OnChartRecord<Person>[];
};

/** What a leader, or for everyone a board's chair, allows without asking. */
export type StandingRecord<Person extends string, Organisation extends string> = {
  key: string;
  /** Left out: the system's floor. */
  for?: Organisation;
  by: Person;
  at: WorldMoment;
  highestScores: Partial<Record<RiskDomain, number>>;
  longestWeeks: number;
  note: string;
  from: WorldDay;
  until?: WorldDay;
  takenBack?: { by: Person; at: WorldMoment; reason: string };
};

/** One system and all that is in it. */
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
