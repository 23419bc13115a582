import { inParallel, together } from "@/db/together";
import { analyse } from "@/server/charts/analyse";
import { aroundChart } from "@/server/charts/around";
import { findChartsOfExperiment, listAroundCharts } from "@/server/charts/experiment-queries";
import {
  leaveOutInput,
  noteInput,
  noteOnChartInput,
  putBackInput,
  rebaseInput,
  removeNoteInput,
  removeRebaseInput,
} from "@/server/charts/input";
import {
  leftOutPoint,
  notedOnChart,
  putBackPoint,
  rebased,
  removedNote,
  removedRebase,
} from "@/server/charts/journal-sentences";
import { overlaps } from "@/server/charts/overlap";
import { leaveOut, listAgreed, note, putBack, rebase, removeNote, removeRebase } from "@/server/charts/queries";
import { refuseUnlessCounted, refuseUnlessPast, refuseUnlessRebasable } from "@/server/charts/refusals";
import { inOrderOfWeight, isItWorking } from "@/server/charts/working";
import { NotFound } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { findSeries } from "@/server/measures/observations/queries";
import { changeMeasure, forPolicy, onMeasure } from "@/server/measures/procedure";
import { listMeasuresOfExperiment } from "@/server/measures/queries";
import { measurePolicy, policy } from "@/server/policy";
import { router } from "@/server/trpc";
import { sentence } from "@/server/typed-words";

/** Annotations on charts: rebases, left-out points, notes. No result changes. */
export const chartsRouter = router({
  /** Annotations on one measure's chart, removed ones included, and what the person may do. */
  ofMeasure: onMeasure.query(async ({ ctx: { db, who, measure } }) => {
    const { around, agreed } = await together(db, (one) =>
      inParallel({ around: listAroundCharts(one, who, [measure.id]), agreed: listAgreed(one, who, measure.id) }),
    );
    const { rebases, leftOut, notes } = around;
    const it = forPolicy(measure);
    return {
      rebases,
      leftOut,
      notes: notes.filter(({ experimentId }) => experimentId === null),
      agreed,
      ...aroundChart(measure.id, around),
      may: {
        rebase: measurePolicy.rebase(who, it),
        leaveOutPoint: measurePolicy.leaveOutPoint(who, it),
        note: measurePolicy.noteOnMeasure(who, it),
      },
    };
  }),

  /** Annotations on an experiment's charts by measure, with its own notes. */
  ofExperiment: onExperiment.query(async ({ ctx: { db, who, experiment } }) => {
    const { measures, around } = await findChartsOfExperiment(db, who, experiment.id);
    return {
      notes: around.notes.filter(({ experimentId }) => experimentId === experiment.id),
      charts: Object.fromEntries(measures.map(({ id }) => [id, aroundChart(id, around, experiment.id)])),
      may: { note: policy.noteOnChart(who, experiment) },
    };
  }),

  /** For each measure of a started experiment: results before and since, as sentences. */
  working: onExperiment.query(async ({ ctx: { db, who, experiment } }) => {
    const { measures, series, around } = await findChartsOfExperiment(db, who, experiment.id);
    const said = measures.flatMap((measure) => {
      const ofIt = around.changes.filter((change) => change.measureId === measure.id);
      const own = ofIt.find((change) => change.experimentId === experiment.id);
      const points = series.get(measure.id) ?? [];
      if (!own || points.every((point) => point.value === null)) return [];
      const overlapping = ofIt.filter((other) => other !== own && overlaps(own, other)).length;
      const sentence = isItWorking(analyse(measure, points), measure, own, overlapping);
      return [{ measureId: measure.id, name: measure.name, role: measure.role, sentence }];
    });
    return inOrderOfWeight(said);
  }),

  rebase: changeMeasure
    .meta({ may: "rebase" })
    .input(rebaseInput)
    .mutation(async ({ ctx: { db, measure, person, journal }, input: { periodOn, reason } }) => {
      refuseUnlessRebasable(await findSeries(db, measure), measure.rebasedOn, periodOn);
      const rebaseId = await rebase(db, measure, person.id, { periodOn, reason });
      journal(rebased(measure, periodOn, reason), { details: { measureId: measure.id, rebaseId } });
      return { rebaseId };
    }),

  removeRebase: changeMeasure
    .meta({ may: "rebase" })
    .input(removeRebaseInput)
    .mutation(async ({ ctx: { db, measure, person, journal }, input: { rebaseId } }) => {
      const periodOn = await removeRebase(db, measure, person.id, rebaseId);
      journal(removedRebase(measure, periodOn), { details: { measureId: measure.id, rebaseId } });
      return {};
    }),

  leaveOut: changeMeasure
    .meta({ may: "leaveOutPoint" })
    .input(leaveOutInput)
    .mutation(async ({ ctx: { db, measure, person, journal }, input: { periodOn, reason } }) => {
      refuseUnlessCounted(await findSeries(db, measure), measure.leftOutOn, periodOn);
      const pointId = await leaveOut(db, measure, person.id, { periodOn, reason });
      journal(leftOutPoint(measure, periodOn, reason), { details: { measureId: measure.id, pointId } });
      return { pointId };
    }),

  putBack: changeMeasure
    .meta({ may: "leaveOutPoint" })
    .input(putBackInput)
    .mutation(async ({ ctx: { db, measure, person, journal }, input: { pointId } }) => {
      const periodOn = await putBack(db, measure, person.id, pointId);
      journal(putBackPoint(measure, periodOn), { details: { measureId: measure.id, pointId } });
      return {};
    }),

  noteOnMeasure: changeMeasure
    .meta({ may: "noteOnMeasure" })
    .input(noteInput)
    .mutation(async ({ ctx: { db, measure, person, journal }, input: { happenedOn, words } }) => {
      refuseUnlessPast(happenedOn, measure.today);
      const noteId = await note(db, { ...measure, experimentId: null }, person.id, { happenedOn, words });
      journal(notedOnChart(measure.name, happenedOn, words), { details: { measureId: measure.id, noteId } });
      return { noteId };
    }),

  removeNoteFromMeasure: changeMeasure
    .meta({ may: "noteOnMeasure" })
    .input(removeNoteInput)
    .mutation(async ({ ctx: { db, measure, person, journal }, input: { noteId } }) => {
      const words = await removeNote(db, { measureId: measure.id }, person.id, noteId);
      journal(removedNote(measure.name, words), { details: { measureId: measure.id, noteId } });
      return {};
    }),

  noteOnChart: changeExperiment
    .meta({ may: "noteOnChart" })
    .input(noteOnChartInput)
    .mutation(async ({ ctx: { db, experiment, person, journal }, input: { measureId, happenedOn, words } }) => {
      const measure = (await listMeasuresOfExperiment(db, experiment.id)).find(({ id }) => id === measureId);
      if (!measure) throw new NotFound();
      refuseUnlessPast(happenedOn, experiment.today);
      const of = { ...measure, experimentId: experiment.id };
      const noteId = await note(db, of, person.id, { happenedOn, words });
      journal(notedOnChart(measure.name, happenedOn, words), { details: { measureId, noteId } });
      return { noteId };
    }),

  removeNoteFromChart: changeExperiment
    .meta({ may: "noteOnChart" })
    .input(removeNoteInput)
    .mutation(async ({ ctx: { db, experiment, person, journal }, input: { noteId } }) => {
      const words = await removeNote(db, { experimentId: experiment.id }, person.id, noteId);
      journal(sentence`took a note off a chart: ${words}`, { details: { noteId } });
      return {};
    }),
});
