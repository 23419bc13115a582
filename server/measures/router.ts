import { inOneSentence } from "@/server/charts/analyse";
import { findChartsOfExperiment } from "@/server/charts/experiment-queries";
import { NotFound } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { chooseMeasure, defineMeasure, listChoices, takeOffMeasure } from "@/server/measures/definition-queries";
import {
  beforeLoggingInput,
  chooseMeasureInput,
  correctInput,
  defineForExperimentInput,
  defineMeasureInput,
  logInput,
  measureFilters,
  partInput,
  readyToLogInput,
  takeOffMeasureInput,
  undoInput,
} from "@/server/measures/input";
import { choseMeasure, definedMeasure } from "@/server/measures/journal-sentences";
import { beforeLogging, listBoxes } from "@/server/measures/observations/before-logging";
import { correctObservation, logObservation } from "@/server/measures/observations/log";
import { findSeries, listObservations, listSeries } from "@/server/measures/observations/queries";
import { listReadyToLog } from "@/server/measures/observations/ready";
import { undoObservation } from "@/server/measures/observations/undo";
import { changeMeasure, forPolicy, onMeasure } from "@/server/measures/procedure";
import {
  listExperimentsUsing,
  listMeasures,
  listMeasuresOfExperiment,
  listMeasuresToLog,
  type Measure,
} from "@/server/measures/queries";
import { mayLogFor, seesFigure, seesPartsOf } from "@/server/measures/reach";
import { redefining } from "@/server/measures/redefine-procedures";
import type { SystemPoint } from "@/server/measures/series";
import { changeInSystem } from "@/server/organisations/procedure";
import { findWho } from "@/server/people/queries";
import { measurePolicy } from "@/server/policy";
import { router, signedIn } from "@/server/trpc";
import { fromLeeway, sentence } from "@/server/typed-words";

/** A measure as everybody in the system may see it: without team members. */
function withoutTeams<Full extends Measure>({ teams: _, ...measure }: Full) {
  return measure;
}
/** How many boxes one form has; other measures are one press away. */
const BOXES_AT_ONCE = 20;
const lastOf = (points: readonly SystemPoint[]) => points.findLast((point) => point.value !== null)?.on ?? null;

export const measuresRouter = router({
  list: signedIn.input(measureFilters).query(async ({ ctx, input }) => {
    const { measures, ...counts } = await listMeasures(ctx.db, input);
    const series = await listSeries(ctx.db, measures);
    return {
      ...counts,
      measures: measures.map((measure) => {
        const points = series.get(measure.id) ?? [];
        const { id, systemId, system, name, unit } = measure;
        return {
          id,
          systemId,
          system,
          name,
          unit,
          lastPeriodOn: lastOf(points),
          sentence: inOneSentence(measure, points),
        };
      }),
    };
  }),

  /** Measures the signed-in person may log for, with the latest period that has a value; the first with their boxes. */
  toLog: signedIn.query(async ({ ctx }) => {
    const who = await findWho(ctx.db, ctx.person.id);
    const measures = (await listMeasuresToLog(ctx.db, who)).filter((measure) => mayLogFor(who, measure).length > 0);
    const series = await listSeries(ctx.db, measures);
    const withBox = measures.slice(0, BOXES_AT_ONCE).map((measure) => ({ measure, request: {} }));
    const boxes = await listBoxes(ctx.db, who, withBox);
    return measures.map((measure, at) => {
      const { id, name, system, unit, decimals, counting, rhythm, chartKind, today } = measure;
      return {
        ...{ id, name, system, unit, decimals, counting, rhythm, chartKind, today },
        lastPeriodOn: lastOf(series.get(id) ?? []),
        box: boxes[at] ?? null,
      };
    });
  }),

  /** What a device needs to take results offline. */
  readyToLog: signedIn
    .input(readyToLogInput)
    .query(async ({ ctx, input }) => listReadyToLog(ctx.db, await findWho(ctx.db, ctx.person.id), input.openId)),

  find: onMeasure.query(async ({ ctx: { db, who, measure } }) => ({
    ...withoutTeams(measure),
    experiments: await listExperimentsUsing(db, who, measure.id),
    mayLog: mayLogFor(who, measure).length > 0,
    may: {
      redefine: measurePolicy.redefine(who, forPolicy(measure)),
      arrangeContributors: measurePolicy.arrangeContributors(who, forPolicy(measure)),
    },
    /** Contributors whose own results the person may request, one at a time. */
    parts: measure.contributors.filter(({ organisationId }) => seesPartsOf(who, measure).includes(organisationId)),
  })),

  /** The system's value per period, and how many contributed. */
  series: onMeasure.query(({ ctx }) => findSeries(ctx.db, ctx.measure)),

  /** One organisation's own results with corrections, only for those who work with it. */
  ownPart: onMeasure.input(partInput).query(async ({ ctx: { db, who, measure }, input: { organisationId } }) => {
    if (!seesPartsOf(who, measure).includes(organisationId)) throw new NotFound();
    const observations = await listObservations(db, measure.id, organisationId, { limit: 500 });
    return observations.map((observation) =>
      seesFigure(who, measure, organisationId, observation)
        ? { ...observation, hidden: false }
        : { ...observation, value: null, numerator: null, denominator: null, hidden: true },
    );
  }),

  beforeLogging: onMeasure.input(beforeLoggingInput).query(({ ctx, input }) => beforeLogging(ctx, input)),

  define: changeInSystem
    .meta({ may: "defineMeasure" })
    .input(defineMeasureInput)
    .mutation(async ({ ctx, input: measure }) => {
      const measureId = await defineMeasure(ctx.db, ctx.person.id, ctx.systemId, measure);
      ctx.journal(definedMeasure(measure.name), { details: { measureId } });
      return { measureId };
    }),

  ...redefining,

  /** Defines a measure and adds it to the experiment in one transaction. */
  defineForExperiment: changeExperiment
    .meta({ may: "chooseMeasure" })
    .input(defineForExperimentInput)
    .mutation(async ({ ctx, input: { role, ...measure } }) => {
      const measureId = await defineMeasure(ctx.db, ctx.person.id, ctx.experiment.systemId, measure);
      await chooseMeasure(ctx.db, ctx.experiment, { measureId, role });
      ctx.journal(sentence`defined the measure ${measure.name} and chose it as ${fromLeeway(role)} measure`, {
        details: { measureId },
      });
      return { measureId };
    }),

  chooseForExperiment: changeExperiment
    .meta({ may: "chooseMeasure" })
    .input(chooseMeasureInput)
    .mutation(async ({ ctx, input: { measureId, role } }) => {
      const name = await chooseMeasure(ctx.db, ctx.experiment, { measureId, role });
      ctx.journal(choseMeasure(name, role), { details: { measureId } });
      return { measureId };
    }),

  takeOffExperiment: changeExperiment
    .meta({ may: "chooseMeasure" })
    .input(takeOffMeasureInput)
    .mutation(async ({ ctx, input: { measureId } }) => {
      const name = await takeOffMeasure(ctx.db, ctx.experiment, measureId);
      ctx.journal(sentence`no longer uses the measure ${name}`, { details: { measureId } });
      return {};
    }),

  /** An experiment's measures. */
  ofExperiment: onExperiment.query(async ({ ctx }) => listMeasuresOfExperiment(ctx.db, ctx.experiment.id)),

  /** All measures of an experiment's system, to choose from. */
  choices: onExperiment.query(({ ctx }) => listChoices(ctx.db, ctx.experiment.systemId)),

  /** An experiment's measures with the system's values, and its turns: the data of its results page. */
  results: onExperiment.query(async ({ ctx: { db, who, experiment } }) => {
    const { measures, series, turns, ownTeams } = await findChartsOfExperiment(db, who, experiment.id);
    return {
      turns,
      measures: measures.map((measure) => {
        const teams = ownTeams.filter(({ measureId }) => measureId === measure.id);
        return {
          ...measure,
          points: series.get(measure.id) ?? [],
          mayLog: mayLogFor(who, { ...measure, teams }).length > 0,
        };
      }),
    };
  }),

  log: changeMeasure
    .meta({ may: "logObservation" })
    .input(logInput)
    .mutation(({ ctx, input: part }) => logObservation(ctx, part)),

  undo: changeMeasure
    .meta({ may: "undoObservation" })
    .input(undoInput)
    .mutation(({ ctx, input: which }) => undoObservation(ctx, which)),

  correct: changeMeasure
    .meta({ may: "correctObservation" })
    .input(correctInput)
    .mutation(({ ctx, input: part }) => correctObservation(ctx, part)),
});
