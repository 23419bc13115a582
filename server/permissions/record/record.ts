import type {
  ConclusionOutcome,
  PauseDecision,
  PauseReason,
  PermissionAnswer,
  ReviewAnswer,
  Turn,
} from "@/db/vocabulary";
import type { Analysed } from "@/server/charts/analyse";
import type { MeasureInWords } from "@/server/measures/figures";
import type { SystemPoint } from "@/server/measures/series";
import type { Terms } from "@/server/permissions/terms/terms";

/** What somebody did, when, and in their own words if they gave any. */
type Done = { by: string; at: string };
type Said = Done & { inPlaceOf: string | null };

export type RecordAnswer = Said & {
  id: string;
  organisation: string;
  job: string | null;
  answer: PermissionAnswer;
  inWords: string | null;
  endsOn: string | null;
  tighterDips: { dipId: string; worstValue: number }[] | null;
  accepted: Done | null;
  replies: (Done & { inWords: string })[];
};

/** All that was agreed at one time, and what became of it: a request with its answers, or a start on the team's own word. */
export type RecordFacts = {
  id: string;
  experimentId: string;
  title: string;
  system: string;
  leadOrganisation: string;
  /** The words put to the leaders, or relied on at the start; null where they were not kept then. */
  terms: Omit<Terms, "fromOn" | "endsOn"> | null;
  /** SHA-256 of the exact terms with their dates; of a start on the team's own word, without them. */
  hash: string;
  fromOn: string;
  endsOn: string;
  asked: Done & { job: string | null };
  /** Who answered for each organisation on the day of the asking. */
  askedOf: { organisation: string; leaders: string[] }[];
  answers: RecordAnswer[];
  /** By which standing permissions it started; empty for a request. */
  standing: { organisation: string; words: string }[];
  boards: { board: string; question: string; answers: (Done & { answer: ReviewAnswer; reason: string })[] }[];
  /** Without an organisation: the team took its request back. */
  takenBack: (Done & { organisation: string | null; reason: string })[];
  turns: { turn: Turn; pauseReason: PauseReason | null; reason: string | null; by: string | null; at: string }[];
  pauseDecisions: (Said & { organisation: string; decision: PauseDecision; reason: string })[];
  /** When the experiment's words became others than these, if they did. */
  wordsChangedAt: string | null;
  renews: { id: string; at: string } | null;
  renewedBy: { id: string; at: string }[];
  conclusion: (Done & { outcome: ConclusionOutcome; learned: string }) | null;
  /** Today in London, by the database's clock. */
  today: string;
};

/** A figure that the record is about: one that may dip, or else the outcome the team looks for. */
export type RecordFigure = {
  measure: MeasureInWords & Analysed & { id: string; contributors: { name: string }[] };
  dip: Terms["expectedDips"][number] | null;
  /** Of its system's value, up to the last day of the permission. */
  points: SystemPoint[];
  /** What its past said of the dip, as known when it was asked for. */
  knownThen: string[];
};

export type PermissionRecord = RecordFacts & { figures: RecordFigure[] };
