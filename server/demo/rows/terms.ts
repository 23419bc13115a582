import type { Party, Terms } from "@/server/permissions/terms/terms";
import type { ExperimentRecord, RequestRecord } from "../experiment-record";
import { demoId } from "../ids";
import { type DemoSystem, findRecord } from "./demo-system";

/** The terms of an experiment at a time, without dates; with the same texts and ids as the rows. */
export function materialTermsAt(
  system: DemoSystem,
  experiment: ExperimentRecord,
  at: string,
): Omit<Terms, "fromOn" | "endsOn"> {
  const { world, calendar } = system;
  const { key } = experiment;
  const organisation = (name: string): Party => ({
    id: demoId(`organisation/${name}`),
    name: findRecord(world.organisations, name).name,
  });
  const day = at.slice(0, 10);
  const onTeam = experiment.team.filter(({ from, to }) => (!from || from <= day) && (!to || to >= day));
  const dips = (experiment.dips ?? []).map((dip, index) => ({ ...dip, id: demoId(`dip/${key}/${index + 1}`) }));
  return {
    changeIdea: experiment.changeIdea,
    place: experiment.place,
    prediction: experiment.prediction ?? "",
    takingPart: experiment.takingPart.map(organisation),
    team: onTeam.map(({ who }) => ({ id: demoId(`person/${who}`), name: findRecord(world.people, who).name })),
    risks: experiment.risks.map(({ carriedBy, ...risk }, index) => ({
      ...risk,
      id: demoId(`risk/${key}/${index + 1}`),
      carriedBy: carriedBy.map(organisation),
    })),
    noHarmForeseen: null,
    riskOfNotTrying: experiment.riskOfNotTrying ?? "",
    reversible: experiment.reversible ?? null,
    expectedDips: dips
      .filter(({ recorded, removed }) => (!recorded || recorded <= at) && (!removed || removed > at))
      .map(({ id, measure, from, until, worst, carriedBy }) => ({
        id,
        measure: { id: demoId(`measure/${measure}`), name: findRecord(world.measures, measure).name },
        unit: findRecord(world.measures, measure).unit,
        fromOn: calendar.day(from),
        endsOn: calendar.day(until),
        worstValue: worst,
        carriedBy: carriedBy.map(organisation),
      })),
    stopRules: (experiment.stopRules ?? []).map(({ kind, words }, index) => ({
      id: demoId(`stop-rule/${key}/${index + 1}`),
      kind,
      words,
    })),
  };
}

export function termsOfRequest(
  system: DemoSystem,
  experiment: ExperimentRecord,
  request: RequestRecord<string, string>,
): Terms {
  return {
    ...materialTermsAt(system, experiment, request.at),
    fromOn: system.calendar.day(request.from),
    endsOn: system.calendar.day(request.until),
  };
}
