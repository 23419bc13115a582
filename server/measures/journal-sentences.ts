import type { MeasureRhythm, MeasureRole } from "@/db/vocabulary";
import { inPeriod } from "@/server/measures/figures";

/** What the journal says of changes to measures: sentences without their subject, for procedures and the demo world. */

export const definedMeasure = (name: string) => `defined the measure "${name}"`;

export const choseMeasure = (name: string, role: MeasureRole) => `chose "${name}" as ${role} measure`;

/** It names no figure: one organisation's own is not for everybody who reads the journal. */
export const loggedResult = (measure: { name: string; rhythm: MeasureRhythm }, periodOn: string) =>
  `logged a result of "${measure.name}" ${inPeriod(periodOn, measure.rhythm)}`;
