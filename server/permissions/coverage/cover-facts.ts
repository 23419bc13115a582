import { z } from "zod";
import { day } from "@/db/shapes";
import { permissionAnswers, reviewAnswers } from "@/db/vocabulary";

const moment = z.iso.datetime();

export const coverRequest = z.strictObject({
  id: z.uuid(),
  fromOn: day,
  endsOn: day,
  materialHash: z.string(),
  /** The request whose permission it asks for longer. */
  renewsId: z.uuid().nullable(),
  /** The boards that must say yes too, and what each answered, in order. */
  reviews: z.array(
    z.strictObject({
      board: z.string(),
      answers: z.array(z.strictObject({ answer: z.enum(reviewAnswers), at: moment })),
    }),
  ),
  /** Organisations that carry a risk or dip in these terms. */
  carrierIds: z.array(z.uuid()),
});

/** All permission events of an experiment. Times are ISO 8601 in UTC to the microsecond, so that they sort as text. */
export const coverFactsShape = z.strictObject({
  requests: z.array(coverRequest),
  answers: z.array(
    z.strictObject({
      id: z.uuid(),
      requestId: z.uuid(),
      organisationId: z.uuid(),
      answer: z.enum(permissionAnswers),
      /** What they asked, where it is a question. */
      question: z.string().nullable(),
      /** An earlier last day than requested. */
      endsOn: day.nullable(),
      at: moment,
      /** When the team accepted the conditions, if there were any. */
      acceptedAt: moment.nullable(),
    }),
  ),
  withdrawals: z.array(z.strictObject({ requestId: z.uuid(), organisationId: z.uuid().nullable(), at: moment })),
  uses: z.array(
    z.strictObject({
      id: z.uuid(),
      standingId: z.uuid(),
      organisationId: z.uuid(),
      materialHash: z.string(),
      fromOn: day,
      endsOn: day,
      at: moment,
    }),
  ),
  /** Permissions that a leader ended while the experiment was paused. */
  endedInPause: z.array(z.strictObject({ organisationId: z.uuid(), at: moment })),
  /** What a closed organisation carried passed to this one. */
  handovers: z.array(z.strictObject({ organisationId: z.uuid(), at: moment })),
  /** Without `useId`: the whole standing permission, with all its uses. */
  standingWithdrawals: z.array(z.strictObject({ standingId: z.uuid(), useId: z.uuid().nullable(), at: moment })),
  /** Versions of the terms. */
  words: z.array(z.strictObject({ materialHash: z.string(), sinceAt: moment })),
});
export type CoverFacts = z.infer<typeof coverFactsShape>;

/** Of an experiment that nothing was said about yet. */
export const noCoverFacts: CoverFacts = {
  ...{ requests: [], answers: [], withdrawals: [], endedInPause: [], handovers: [] },
  ...{ uses: [], standingWithdrawals: [], words: [] },
};
