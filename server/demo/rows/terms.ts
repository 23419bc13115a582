import type { Party, Terms } from "@/server/permissions/terms/terms";
import type { ExperimentRecord, RequestRecord } from "../experiment-record";
import { demoId } from "../ids";
import { known, type Told } from "./told";

/** What a permission covered at a moment of the records, built from the same words and ids as the rows. */
export function materialOf(it: Told, experiment: ExperimentRecord, at: string): Omit<Terms, "fromOn" | "endsOn"> {
  const { world, calendar } = it;
  const { key } = experiment;
  const organisation = (name: string): Party => ({
    id: demoId(`organisation/${name}`),
    name: known(world.organisations, name).name,
  });
  const day = at.slice(0, 10);
  const onTeam = experiment.team.filter(({ from, to }) => (!from || from <= day) && (!to || to >= day));
  const dips = (experiment.dips ?? []).map((dip, index) => ({ ...dip, id: demoId(`dip/${key}/${index + 1}`) }));
  return {
    changeIdea: experiment.changeIdea,
    place: experiment.place,
    prediction: experiment.expect ?? "",
    takingPart: experiment.takingPart.map(organisation),
    team: onTeam.map(({ who }) => ({ id: demoId(`person/${who}`), name: known(world.people, who).name })),
    risks: experiment.risks.map(({ carriedBy, ...risk }, index) => ({
      ...risk,
      id: demoId(`risk/${key}/${index + 1}`),
      carriedBy: carriedBy.map(organisation),
    })),
    riskOfNotTrying: experiment.riskOfNotTrying ?? "",
    reversible: experiment.reversible ?? null,
    expectedDips: dips
      .filter(({ recorded, removed }) => (!recorded || recorded <= at) && (!removed || removed > at))
      .map(({ id, measure, from, until, worst, carriedBy }) => ({
        id,
        measure: { id: demoId(`measure/${measure}`), name: known(world.measures, measure).name },
        unit: known(world.measures, measure).unit,
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

/** The exact terms that a request put to the leaders. */
export function termsOf(it: Told, experiment: ExperimentRecord, request: RequestRecord<string, string>): Terms {
  return {
    ...materialOf(it, experiment, request.at),
    fromOn: it.calendar.day(request.from),
    endsOn: it.calendar.day(request.until),
  };
}
