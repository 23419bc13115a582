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

/** Who did something, and when. */
const done = z.strictObject({ by: z.string(), at: instant });
const doneFor = done.extend({ inPlaceOf: z.string().nullable() });

const recordAnswer = doneFor.extend({
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

/** The record of a permission: a request with its answers, or a start under standing permissions, and what happened after. */
export const recordShape = z.strictObject({
  experimentId: z.uuid(),
  title: z.string(),
  system: z.string(),
  leadOrganisation: z.string(),
  /** SHA-256 of the terms: with their dates for a request, without for a start under standing permissions. */
  hash: z.string(),
  fromOn: day,
  endsOn: day,
  asked: done.extend({ job: z.string().nullable() }),
  /** The leaders of each organisation on the day of the request. */
  askedOf: z.array(z.strictObject({ organisation: z.string(), leaders: z.array(z.string()) })),
  answers: z.array(recordAnswer),
  /** The standing permissions it started under; empty for a request. */
  standing: z.array(z.strictObject({ organisation: z.string(), words: z.string() })),
  boards: z.array(
    z.strictObject({
      board: z.string(),
      question: z.string(),
      answers: z.array(done.extend({ answer: z.enum(reviewAnswers), reason: z.string() })),
    }),
  ),
  /** Withdrawals; without an organisation, by the team. */
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
    doneFor.extend({ organisation: z.string(), decision: z.enum(pauseDecisions), reason: z.string() }),
  ),
  /** When the experiment's terms first differed from these. */
  wordsChangedAt: instant.nullable(),
  renews: otherRequest.nullable(),
  renewedBy: z.array(otherRequest),
  conclusion: done.extend({ outcome: z.enum(conclusionOutcomes), learned: z.string() }).nullable(),
  /** Today in London, by the database's clock. */
  today: day,
});
export type RecordFacts = z.infer<typeof recordShape> & {
  id: string;
  /** The terms sent to the leaders, or in force at the start; null for old starts, which did not store them. */
  terms: Omit<Terms, "fromOn" | "endsOn"> | null;
};

/** A measure in the record: one that may dip, or else an outcome measure. */
export type RecordFigure = {
  measure: MeasureInWords & Analysed & { id: string; contributors: { name: string }[] };
  dip: Terms["expectedDips"][number] | null;
  /** Its values for the whole system, up to the last day of the permission. */
  points: SystemPoint[];
  /** Comparison of the dip with past results, as known at the time of the request. */
  knownThen: string[];
};

export type PermissionRecord = RecordFacts & { figures: RecordFigure[] };
