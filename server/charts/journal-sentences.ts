import type { MeasureRhythm } from "@/db/vocabulary";
import { dayInWords } from "@/server/format";
import { inPeriod, periodInWords } from "@/server/measures/figures";

/** Journal sentences about charts, without their subject; the demo data uses them too. */

type Measure = { name: string; rhythm: MeasureRhythm };

export const rebased = ({ name, rhythm }: Measure, periodOn: string, reason: string) =>
  `set the limits of "${name}" anew from ${periodInWords(periodOn, rhythm)}: ${reason}`;

export const removedRebase = ({ name, rhythm }: Measure, periodOn: string) =>
  `took back the new limits of "${name}" from ${periodInWords(periodOn, rhythm)}`;

export const leftOutPoint = ({ name, rhythm }: Measure, periodOn: string, reason: string) =>
  `left the result ${inPeriod(periodOn, rhythm)} out of the limits of "${name}": ${reason}`;

export const putBackPoint = ({ name, rhythm }: Measure, periodOn: string) =>
  `put the result ${inPeriod(periodOn, rhythm)} back into the limits of "${name}"`;

export const notedOnChart = (measureName: string, happenedOn: string, words: string) =>
  `noted on the chart of "${measureName}", ${dayInWords(happenedOn)}: ${words}`;

export const removedNote = (measureName: string, words: string) =>
  `took a note off the chart of "${measureName}": ${words}`;
