import {
  leftOutPoint,
  notedOnChart,
  putBackPoint,
  rebased,
  removedNote,
  removedRebase,
} from "@/server/charts/journal-sentences";
import { endedCycle, plannedCycle } from "@/server/cycles/journal-sentences";
import type { Sentence } from "@/server/typed-words";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { MeasureRecord, OnChartRecord } from "../records";
import type { JournalAct } from "./act";
import { type DemoSystem, findRecord } from "./demo-system";

type Measure = MeasureRecord<string, string>;

/** Journal entries about charts: as in the app, one for each experiment that uses the measure. */
export function chartActs({ world, calendar }: DemoSystem): JournalAct[] {
  const ofMeasures = Object.entries(world.measures).flatMap(([key, measure]) => {
    const using = world.experiments.filter((one) => Object.values(one.measures).flat().includes(key));
    const acts = measureChartActs(measure, calendar, demoId(`measure/${key}`));
    return acts.flatMap((act) =>
      using.filter(({ registered }) => registered.at <= act.at).map((one) => ({ ...act, experiment: one.key })),
    );
  });
  return [
    ...ofMeasures,
    ...world.experiments.flatMap((experiment) => experimentChartActs({ world, calendar }, experiment)),
  ];
}

function measureChartActs(measure: Measure, calendar: DemoSystem["calendar"], measureId: string): JournalAct[] {
  const { name, rebases = [], leftOut = [], notes = [] } = measure;
  const weekly = { name, rhythm: "week" } as const;
  const actsFor = (
    records: OnChartRecord<string>[],
    done: (one: OnChartRecord<string>, on: string) => Sentence,
    undone: (one: OnChartRecord<string>, on: string) => Sentence,
  ) =>
    records.flatMap((one) => {
      const on = calendar.day(one.on);
      const act = { by: one.by, at: one.at, act: done(one, on), details: { measureId } };
      return one.takenBack ? [act, { ...one.takenBack, act: undone(one, on), details: { measureId } }] : [act];
    });
  return [
    ...actsFor(
      rebases,
      ({ words }, on) => rebased(weekly, on, words),
      (_, on) => removedRebase(weekly, on),
    ),
    ...actsFor(
      leftOut,
      ({ words }, on) => leftOutPoint(weekly, on, words),
      (_, on) => putBackPoint(weekly, on),
    ),
    ...actsFor(
      notes,
      ({ words }, on) => notedOnChart(name, on, words),
      ({ words }) => removedNote(name, words),
    ),
  ];
}

function experimentChartActs(
  { world, calendar }: Pick<DemoSystem, "world" | "calendar">,
  { key, notes = [], cycles = [] }: ExperimentRecord,
): JournalAct[] {
  return [
    ...notes.map(({ measure, on, words, by, at }) => ({
      by,
      at,
      experiment: key,
      act: notedOnChart(findRecord(world.measures, measure).name, calendar.day(on), words),
      details: { measureId: demoId(`measure/${measure}`) },
    })),
    ...cycles.flatMap(({ by, at, plan, expect, seen }, index) => {
      const details = { cycleId: demoId(`cycle/${key}/${index + 1}`) };
      const planned = plannedCycle(index + 1, { plan, prediction: expect });
      const ended = seen && {
        by,
        at: seen.at,
        experiment: key,
        details,
        act: endedCycle(index + 1, seen.act, seen.words),
      };
      return [{ by, at, experiment: key, act: planned, details }, ...(ended ? [ended] : [])];
    }),
  ];
}
