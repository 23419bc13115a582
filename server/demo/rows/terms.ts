import { measureRoles } from "@/db/vocabulary";
import type { StopRule } from "@/server/dips/stop-rule-in-words";
import type { Party, Terms } from "@/server/permissions/terms/terms";
import type { ExperimentRecord, RequestRecord, StopRuleRecord } from "../experiment-record";
import { demoId } from "../ids";
import { type DemoSystem, findRecord } from "./demo-system";
import { rhythmOf } from "./periods";

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
  const measure = (of: string): Party => ({ id: demoId(`measure/${of}`), name: findRecord(world.measures, of).name });
  return {
    problem: experiment.problem,
    changeIdea: experiment.changeIdea,
    place: experiment.place,
    prediction: experiment.prediction ?? "",
    predictionBecause: experiment.predictionBecause ?? "",
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
    measures: measureRoles.flatMap((role) =>
      (experiment.measures[role] ?? []).map((of) => {
        const record = findRecord(world.measures, of);
        const { operationalDefinition, unit, direction, counting } = record;
        return {
          ...measure(of),
          ...{ role, operationalDefinition, unit, direction, counting, rhythm: rhythmOf(record) },
          contributors: record.contributors.map(({ from }) => ({ ...organisation(from), endsOn: null })),
        };
      }),
    ),
    expectedDips: dips
      .filter(({ recorded, removed }) => (!recorded || recorded <= at) && (!removed || removed > at))
      .map(({ id, measure: of, from, until, worst, carriedBy }) => ({
        id,
        measure: measure(of),
        unit: findRecord(world.measures, of).unit,
        fromOn: calendar.day(from),
        endsOn: calendar.day(until),
        worstValue: worst,
        carriedBy: carriedBy.map(organisation),
      })),
    stopRules: (experiment.stopRules ?? []).map((record, index) => ({
      id: demoId(`stop-rule/${key}/${index + 1}`),
      kind: record.kind,
      ...stopRuleOf(system, record),
    })),
  };
}

/** A rule with its numbers, as the app says it. */
export function stopRuleOf({ world }: DemoSystem, { words, on }: StopRuleRecord<string>): StopRule {
  if (!on) return { words, onMeasure: null };
  const measure = findRecord(world.measures, on.measure);
  const { metWhen, threshold, weeksRunning } = on;
  return {
    words,
    onMeasure: {
      measure: { id: demoId(`measure/${on.measure}`), name: measure.name },
      ...{ unit: measure.unit, rhythm: rhythmOf(measure), metWhen, threshold, periodsRunning: weeksRunning },
    },
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
