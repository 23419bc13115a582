import type { MeasureRhythm, MeasureRole } from "@/db/vocabulary";
import { inPeriod } from "@/server/measures/figures";

/** Journal sentences about measures, without their subject; the demo data uses them too. */

export const definedMeasure = (name: string) => `defined the measure "${name}"`;

export const choseMeasure = (name: string, role: MeasureRole) => `chose "${name}" as ${role} measure`;

/** Without the figure: not everybody who reads the journal may see one organisation's own. */
export const loggedResult = (measure: { name: string; rhythm: MeasureRhythm }, periodOn: string) =>
  `logged a result of "${measure.name}" ${inPeriod(periodOn, measure.rhythm)}`;
