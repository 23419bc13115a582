import type { Db } from "@/db/client";
import { inParallel, together } from "@/db/together";
import { dipOutlook } from "@/server/dips/dip";
import { NotFound } from "@/server/errors";
import { listSeries } from "@/server/measures/observations/queries";
import { type ChartedMeasure, listMeasuresById, listMeasuresOfExperiment } from "@/server/measures/queries";
import type { RecordFacts, RecordFigure } from "@/server/permissions/record/record";
import type { Terms } from "@/server/permissions/terms/terms";

type About = { measure: ChartedMeasure; dip: Terms["expectedDips"][number] | null };

/** The measures of a record: those that may dip; if none, the outcome measures. */
export async function listRecordFigures(
  db: Db,
  { experimentId, terms, endsOn, asked }: Pick<RecordFacts, "experimentId" | "terms" | "endsOn" | "asked">,
): Promise<RecordFigure[]> {
  const ofExperiment = await listMeasuresOfExperiment(db, experimentId);
  const dips = terms?.expectedDips ?? [];
  const known = new Map<string, ChartedMeasure>(ofExperiment.map((measure) => [measure.id, measure]));
  const noLonger = [...new Set(dips.map((dip) => dip.measure.id))].filter((id) => !known.has(id));
  for (const measure of await listMeasuresById(db, noLonger)) known.set(measure.id, measure);
  const about = dips.map((dip): About => {
    const measure = known.get(dip.measure.id);
    if (!measure) throw new NotFound();
    return { measure, dip };
  });
  if (about.length === 0) {
    about.push(...ofExperiment.filter(({ role }) => role === "outcome").map((measure) => ({ measure, dip: null })));
  }
  const measures = about.map(({ measure }) => measure);
  const { now, asAsked } = await together(db, (one) =>
    inParallel({ now: listSeries(one, measures), asAsked: listSeries(one, measures, { knownAt: asked.at }) }),
  );
  return about.map(({ measure, dip }) => ({
    measure,
    dip,
    points: (now.get(measure.id) ?? []).filter(({ on }) => on <= endsOn),
    knownThen: dip ? dipOutlook(dip, measure, asAsked.get(measure.id) ?? []).sentences : [],
  }));
}
