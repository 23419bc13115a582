import { dayInWords } from "@/server/format";
import { inPeriod, periodInWords } from "@/server/measures/figures";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { MeasureRecord, OnChartRecord } from "../records";
import type { Act } from "./act";
import { known, type Told } from "./told";

type Measure = MeasureRecord<string, string>;

/** New limits, results left out and notes of measures, told as the app tells them: to each experiment that uses the measure. */
export function chartActs({ world, calendar }: Told): Act[] {
  const ofMeasures = Object.entries(world.measures).flatMap(([key, measure]) => {
    const watching = world.experiments.filter((one) => Object.values(one.measures).flat().includes(key));
    const acts = actsOn(measure, calendar, demoId(`measure/${key}`));
    return acts.flatMap((act) =>
      watching.filter(({ registered }) => registered.at <= act.at).map((one) => ({ ...act, experiment: one.key })),
    );
  });
  return [...ofMeasures, ...world.experiments.flatMap((experiment) => ownActs({ world, calendar }, experiment))];
}

function actsOn(measure: Measure, calendar: Told["calendar"], measureId: string): Act[] {
  const { name, rebases = [], leftOut = [], notes = [] } = measure;
  const told = (
    of: OnChartRecord<string>[],
    done: (one: OnChartRecord<string>, on: string) => string,
    undone: (on: string) => string,
  ) =>
    of.flatMap((one) => {
      const on = calendar.day(one.on);
      const act = { by: one.by, at: one.at, act: done(one, on), details: { measureId } };
      return one.takenBack ? [act, { ...one.takenBack, act: undone(on), details: { measureId } }] : [act];
    });
  const from = (on: string) => periodInWords(on, "week");
  return [
    ...told(
      rebases,
      ({ words }, on) => `set the limits of "${name}" anew from ${from(on)}: ${words}`,
      (on) => `took back the new limits of "${name}" from ${from(on)}`,
    ),
    ...told(
      leftOut,
      ({ words }, on) => `left the result ${inPeriod(on, "week")} out of the limits of "${name}": ${words}`,
      (on) => `put the result ${inPeriod(on, "week")} back into the limits of "${name}"`,
    ),
    ...told(
      notes,
      ({ words }, on) => `noted on the chart of "${name}", ${dayInWords(on)}: ${words}`,
      () => `took a note off the chart of "${name}"`,
    ),
  ];
}

function ownActs(
  { world, calendar }: Pick<Told, "world" | "calendar">,
  { key, notes = [], cycles = [] }: ExperimentRecord,
): Act[] {
  return [
    ...notes.map(({ measure, on, words, by, at }) => ({
      by,
      at,
      experiment: key,
      act: `noted on the chart of "${known(world.measures, measure).name}", ${dayInWords(calendar.day(on))}: ${words}`,
      details: { measureId: demoId(`measure/${measure}`) },
    })),
    ...cycles.flatMap(({ by, at, plan, expect, seen }, index) => {
      const details = { cycleId: demoId(`cycle/${key}/${index + 1}`) };
      const planned = `planned cycle ${index + 1}: ${plan} They expect: ${expect}`;
      const ended = seen && {
        by,
        at: seen.at,
        experiment: key,
        details,
        act: `ended cycle ${index + 1}: ${seen.act}. ${seen.words}`,
      };
      return [{ by, at, experiment: key, act: planned, details }, ...(ended ? [ended] : [])];
    }),
  ];
}
