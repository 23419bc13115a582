import type { MeasureRhythm } from "@/db/vocabulary";
import { dayInWords } from "@/server/format";
import { inPeriod, periodInWords } from "@/server/measures/figures";
import { fromLeeway, sentence } from "@/server/typed-words";

/** Journal sentences about charts, without their subject; the demo data uses them too. */

type Measure = { name: string; rhythm: MeasureRhythm };

export const rebased = ({ name, rhythm }: Measure, periodOn: string, reason: string) =>
  sentence`set the limits of ${name} anew from ${fromLeeway(periodInWords(periodOn, rhythm))}: ${reason}`;

export const removedRebase = ({ name, rhythm }: Measure, periodOn: string) =>
  sentence`took back the new limits of ${name} from ${fromLeeway(periodInWords(periodOn, rhythm))}`;

export const leftOutPoint = ({ name, rhythm }: Measure, periodOn: string, reason: string) =>
  sentence`left the result ${fromLeeway(inPeriod(periodOn, rhythm))} out of the limits of ${name}: ${reason}`;

export const putBackPoint = ({ name, rhythm }: Measure, periodOn: string) =>
  sentence`put the result ${fromLeeway(inPeriod(periodOn, rhythm))} back into the limits of ${name}`;

export const notedOnChart = (measureName: string, happenedOn: string, words: string) =>
  sentence`noted on the chart of ${measureName}, ${fromLeeway(dayInWords(happenedOn))}: ${words}`;

export const removedNote = (measureName: string, words: string) =>
  sentence`took a note off the chart of ${measureName}: ${words}`;
