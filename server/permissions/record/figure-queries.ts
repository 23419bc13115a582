import type { Db } from "@/db/client";
import { dipOutlook } from "@/server/dips/dip";
import { listSeries } from "@/server/measures/observations/queries";
import { findMeasure, listMeasuresOfExperiment, type Measure } from "@/server/measures/queries";
import type { RecordFacts, RecordFigure } from "@/server/permissions/record/record";
import type { Terms } from "@/server/permissions/terms/terms";

type About = { measure: Measure; dip: Terms["expectedDips"][number] | null };

/** The measures of a record: those that may dip; if none, the outcome measures. */
export async function listRecordFigures(
  db: Db,
  { experimentId, terms, endsOn, asked }: Pick<RecordFacts, "experimentId" | "terms" | "endsOn" | "asked">,
): Promise<RecordFigure[]> {
  const ofExperiment = await listMeasuresOfExperiment(db, experimentId);
  const about: About[] = [];
  for (const dip of terms?.expectedDips ?? []) {
    const measure = ofExperiment.find(({ id }) => id === dip.measure.id) ?? (await findMeasure(db, dip.measure.id));
    about.push({ measure, dip });
  }
  if (about.length === 0) {
    about.push(...ofExperiment.filter(({ role }) => role === "outcome").map((measure) => ({ measure, dip: null })));
  }
  const measures = about.map(({ measure }) => measure);
  const [now, then] = [await listSeries(db, measures), await listSeries(db, measures, { knownAt: asked.at })];
  return about.map(({ measure: { teams: _, ...measure }, dip }) => ({
    measure,
    dip,
    points: (now.get(measure.id) ?? []).filter(({ on }) => on <= endsOn),
    knownThen: dip ? dipOutlook(dip, measure, then.get(measure.id) ?? []).sentences : [],
  }));
}
