import { inParallel, together } from "@/db/together";
import { listSeries } from "@/server/measures/observations/queries";
import { listMeasuresOfSystem } from "@/server/measures/queries";
import { findSystem } from "@/server/organisations/queries";
import { findWho } from "@/server/people/queries";
import { systemPageInput } from "@/server/systems/input";
import { sectionsOf, startsAndShows, systemInOneSentence } from "@/server/systems/pathway";
import { listAiming } from "@/server/systems/queries";
import { router, signedIn } from "@/server/trpc";

export const systemsRouter = router({
  /** The system's page: its measures by stage, and its experiments. The number of queries does not depend on the number of measures. */
  find: signedIn.input(systemPageInput).query(async ({ ctx: { db, person }, input: { systemId, stage } }) => {
    const { system, who } = await together(db, (one) =>
      inParallel({ system: findSystem(one, systemId), who: findWho(one, person.id) }),
    );
    const { experiments, measures } = await together(db, (one) =>
      inParallel({ experiments: listAiming(one, who, systemId), measures: listMeasuresOfSystem(one, systemId) }),
    );
    const sections = sectionsOf(measures, experiments, stage);
    const series = await listSeries(db, [...new Set(sections.flatMap((section) => section.measures))]);
    return {
      ...system,
      sentence: systemInOneSentence(experiments),
      stages: startsAndShows(experiments),
      experiments,
      sections: sections.map((section) => ({
        ...section,
        measures: section.measures.map(({ contributors: _, definedBy: __, ...measure }) => ({
          ...measure,
          points: series.get(measure.id) ?? [],
        })),
      })),
    };
  }),
});
