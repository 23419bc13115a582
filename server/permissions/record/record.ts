import { z } from "zod";
import { day, instant } from "@/db/shapes";
import {
  conclusionOutcomes,
  pauseDecisions,
  pauseReasons,
  permissionAnswers,
  reviewAnswers,
  turns,
} from "@/db/vocabulary";
import type { Analysed } from "@/server/charts/analyse";
import type { MeasureInWords } from "@/server/measures/figures";
import type { SystemPoint } from "@/server/measures/series";
import type { Terms } from "@/server/permissions/terms/terms";

/** What somebody did, when, and in their own words if they gave any. */
const done = z.strictObject({ by: z.string(), at: instant });
const said = done.extend({ inPlaceOf: z.string().nullable() });

const recordAnswer = said.extend({
  id: z.uuid(),
  organisation: z.string(),
  job: z.string().nullable(),
  answer: z.enum(permissionAnswers),
  inWords: z.string().nullable(),
  endsOn: day.nullable(),
  tighterDips: z.array(z.strictObject({ dipId: z.uuid(), worstValue: z.number() })).nullable(),
  accepted: done.nullable(),
  replies: z.array(done.extend({ inWords: z.string() })),
});
export type RecordAnswer = z.infer<typeof recordAnswer>;

const otherRequest = z.strictObject({ id: z.uuid(), at: instant });

/** All that was agreed at one time, and what became of it: a request with its answers, or a start on the team's own word. */
export const recordShape = z.strictObject({
  experimentId: z.uuid(),
  title: z.string(),
  system: z.string(),
  leadOrganisation: z.string(),
  /** SHA-256 of the exact terms with their dates; of a start on the team's own word, without them. */
  hash: z.string(),
  fromOn: day,
  endsOn: day,
  asked: done.extend({ job: z.string().nullable() }),
  /** Who answered for each organisation on the day of the asking. */
  askedOf: z.array(z.strictObject({ organisation: z.string(), leaders: z.array(z.string()) })),
  answers: z.array(recordAnswer),
  /** By which standing permissions it started; empty for a request. */
  standing: z.array(z.strictObject({ organisation: z.string(), words: z.string() })),
  boards: z.array(
    z.strictObject({
      board: z.string(),
      question: z.string(),
      answers: z.array(done.extend({ answer: z.enum(reviewAnswers), reason: z.string() })),
    }),
  ),
  /** Without an organisation: the team took its request back. */
  takenBack: z.array(done.extend({ organisation: z.string().nullable(), reason: z.string() })),
  turns: z.array(
    z.strictObject({
      turn: z.enum(turns),
      pauseReason: z.enum(pauseReasons).nullable(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
      at: instant,
    }),
  ),
  pauseDecisions: z.array(
    said.extend({ organisation: z.string(), decision: z.enum(pauseDecisions), reason: z.string() }),
  ),
  /** When the experiment's words became others than these, if they did. */
  wordsChangedAt: instant.nullable(),
  renews: otherRequest.nullable(),
  renewedBy: z.array(otherRequest),
  conclusion: done.extend({ outcome: z.enum(conclusionOutcomes), learned: z.string() }).nullable(),
  /** Today in London, by the database's clock. */
  today: day,
});
export type RecordFacts = z.infer<typeof recordShape> & {
  id: string;
  /** The words put to the leaders, or relied on at the start; null where they were not kept then. */
  terms: Omit<Terms, "fromOn" | "endsOn"> | null;
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
