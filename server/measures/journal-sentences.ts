import type { MeasureRhythm, MeasureRole } from "@/db/vocabulary";
import { inPeriod } from "@/server/measures/figures";
import { fromLeeway, sentence } from "@/server/typed-words";

/** Journal sentences about measures, without their subject; the demo data uses them too. */

export const definedMeasure = (name: string) => sentence`defined the measure ${name}`;

export const choseMeasure = (name: string, role: MeasureRole) => sentence`chose ${name} as ${fromLeeway(role)} measure`;

/** Without the figure: not everybody who reads the journal may see one organisation's own. */
export const loggedResult = (measure: { name: string; rhythm: MeasureRhythm }, periodOn: string) =>
  sentence`logged a result of ${measure.name} ${fromLeeway(inPeriod(periodOn, measure.rhythm))}`;
