import type { inferRouterOutputs } from "@trpc/server";
import { amountIn, inPeriod } from "@/server/measures/figures";
import type { NumberBox } from "@/server/measures/number-box";
import type { ReadyToLog } from "@/server/measures/observations/ready";
import { partInWords, storedPart } from "@/server/measures/part";
import type { AppRouter } from "@/server/root";

/** A result as it was typed, with its idempotency key. */
export type TypedResult = {
  /** The idempotency key. */
  id: string;
  /** The input to send: a correction if it has a version, else a new result. */
  sent: NumberBox & { measureId: string };
  /** For display: "91", the measure's name, "in the week to 22 November 2026". */
  words: string;
  name: string;
  period: string;
};

export type Answer = inferRouterOutputs<AppRouter>["measures"]["log"];
/** A refusal of the server, as forms read it. */
export type Problem = { data: { code?: string; httpStatus?: number; refusal?: string[] } };

/** A queued result is not answered yet, refused so that its writer must act, or saved by the server. */
export type ResultState = "waiting" | "needs you" | "sent";
export type QueuedResult = TypedResult & {
  state: ResultState;
  queuedAt: string;
  answer?: Answer;
  /** The refusal's code. Its text may hold other people's words, so it is not stored and fetched again when there is signal. */
  why?: string;
};

type MeasureInWords = Pick<ReadyToLog, "name" | "unit" | "decimals" | "rhythm">;

/** What was typed into a number box, as a result to queue. */
export function toTypedResult(measure: MeasureInWords & { id: string }, part: NumberBox, id: string): TypedResult {
  const decimals = Math.max(measure.decimals, 4);
  const { value, periodOn } = part;
  const words =
    value === undefined ? partInWords(storedPart(part), measure) : amountIn(value, { ...measure, decimals });
  return {
    id,
    sent: { ...part, measureId: measure.id },
    words,
    name: measure.name,
    period: inPeriod(periodOn, measure.rhythm),
  };
}

type Place = { measureId: string; organisationId: string };
export const samePlace = (place: Place, other: Place): boolean =>
  place.measureId === other.measureId && place.organisationId === other.organisationId;

export const isUnsent = ({ state }: { state: ResultState }) => state !== "sent";
