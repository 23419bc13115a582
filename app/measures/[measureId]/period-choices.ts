import type { MeasureRhythm } from "@/db/vocabulary";
import { sentenceCase } from "@/server/format";
import { periodInWords } from "@/server/measures/figures";
import type { SystemPoint } from "@/server/measures/series";

/** The periods that have a result, newest first, as choices. */
export const periodChoices = (points: readonly SystemPoint[], rhythm: MeasureRhythm) =>
  points
    .filter((point) => point.value !== null)
    .map(({ on }) => ({ value: on, label: sentenceCase(periodInWords(on, rhythm).replace(/^the /, "")) }))
    .reverse();
