import type { MeasureRhythm } from "@/db/terms";
import { periodInWords } from "@/server/measures/figures";
import type { SystemPoint } from "@/server/measures/series";
import { sentenceCase } from "@/server/words";

/** The periods that have a result, newest first, to choose one of. */
export const periodChoices = (points: readonly SystemPoint[], rhythm: MeasureRhythm) =>
  points
    .filter((point) => point.value !== null)
    .map(({ on }) => ({ value: on, label: sentenceCase(periodInWords(on, rhythm).replace(/^the /, "")) }))
    .reverse();
