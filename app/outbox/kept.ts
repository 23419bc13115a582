import type { inferRouterOutputs } from "@trpc/server";
import { amountIn, inPeriod } from "@/server/measures/figures";
import type { NumberBox } from "@/server/measures/input";
import type { ReadyToLog } from "@/server/measures/observations/ready";
import { partInWords, storedPart } from "@/server/measures/part";
import type { AppRouter } from "@/server/root";

/** A result as it was typed, under the key by which it is saved once. */
export type Typed = {
  /** The change's key. */
  id: string;
  /** What is sent, the same each time: with a version it corrects, without one it is new. */
  sent: NumberBox & { measureId: string };
  /** For the person alone: "91", of which measure, "in the week to 22 November 2026". */
  words: string;
  name: string;
  period: string;
};

export type Answer = inferRouterOutputs<AppRouter>["measures"]["log"];
/** What a server put into its refusal, as a form reads it. */
export type Problem = { data: { code?: string; httpStatus?: number; refusal?: string[] } };

/** Where a kept result stands: not answered yet; refused, so that its writer must look at it; or kept by the server. */
export type State = "waiting" | "needs you" | "sent";
export type Kept = Typed & {
  state: State;
  keptAt: string;
  answer?: Answer;
  /** The code of the refusal; its words may be other people's and are asked for again when there is signal. */
  why?: string;
};

type MeasureInWords = Pick<ReadyToLog, "name" | "unit" | "decimals" | "rhythm">;

/** What was put into a number box, as it is kept. */
export function asTyped(measure: MeasureInWords & { id: string }, part: NumberBox, id: string): Typed {
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
export const samePlace = (one: Place, other: Place): boolean =>
  one.measureId === other.measureId && one.organisationId === other.organisationId;

export const isUnsent = ({ state }: { state: State }) => state !== "sent";
