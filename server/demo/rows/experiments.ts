import type {
  conclusions,
  experimentMeasures,
  experimentOrganisations,
  experiments,
  experimentTurns,
  formerTitles,
  teamMembers,
} from "@/db/schema";
import { measureRoles } from "@/db/vocabulary";
import { hashMaterial } from "@/server/permissions/terms/terms";
import { worldToday } from "../calendar";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { DemoSystem } from "./demo-system";
import { materialTermsAt } from "./terms";

/** Experiments with their organisations, teams, measures, turns and conclusions. */
export function experimentRows(system: DemoSystem) {
  const { world, calendar, systemId } = system;
  const rows = {
    experiments: [] as (typeof experiments.$inferInsert)[],
    takingPart: [] as (typeof experimentOrganisations.$inferInsert)[],
    formerTitles: [] as (typeof formerTitles.$inferInsert)[],
    team: [] as (typeof teamMembers.$inferInsert)[],
    measures: [] as (typeof experimentMeasures.$inferInsert)[],
    turns: [] as (typeof experimentTurns.$inferInsert)[],
    conclusions: [] as (typeof conclusions.$inferInsert)[],
  };
  for (const experiment of world.experiments) {
    const { key } = experiment;
    const experimentId = demoId(`experiment/${key}`);
    const own = { systemId, experimentId };
    rows.experiments.push(experimentRow(system, experiment));
    if (experiment.formerTitle) {
      const { was, until } = experiment.formerTitle;
      const id = demoId(`former-title/${key}`);
      rows.formerTitles.push({ id, systemId, titledId: experimentId, was, untilAt: calendar.instant(until) });
    }
    for (const organisation of experiment.takingPart) {
      rows.takingPart.push({ ...own, organisationId: demoId(`organisation/${organisation}`) });
    }
    for (const { who, leads, from, to } of experiment.team) {
      rows.team.push({
        ...own,
        id: demoId(`team-member/${key}/${who}`),
        personId: demoId(`person/${who}`),
        leads: leads ?? false,
        fromOn: calendar.day(from ?? experiment.registered.at.slice(0, 10)),
        endsOn: to ? calendar.day(to) : null,
      });
    }
    for (const role of measureRoles) {
      for (const measure of experiment.measures[role] ?? []) {
        rows.measures.push({ ...own, measureId: demoId(`measure/${measure}`), role });
      }
    }
    rows.turns.push(...turnRows(system, experiment));
    if (experiment.conclusion) {
      const { by, at, ...conclusion } = experiment.conclusion;
      rows.conclusions.push({
        ...conclusion,
        ...own,
        id: demoId(`conclusion/${key}`),
        concludedBy: demoId(`person/${by}`),
        concludedAt: calendar.instant(at),
      });
    }
  }
  return rows;
}

function experimentRow({ world, calendar, systemId }: DemoSystem, experiment: ExperimentRecord) {
  const shared = sharedAt(experiment);
  return {
    id: demoId(`experiment/${experiment.key}`),
    systemId,
    title: experiment.title,
    problem: experiment.problem,
    changeIdea: experiment.changeIdea,
    place: experiment.place,
    aim: experiment.aim,
    prediction: experiment.prediction,
    predictionBecause: experiment.predictionBecause,
    startsAt: experiment.startsAt,
    showsAt: experiment.showsAt,
    riskOfNotTrying: experiment.riskOfNotTrying,
    reversible: experiment.reversible,
    plannedWeeks: experiment.plannedWeeks,
    leadOrganisationId: demoId(`organisation/${experiment.lead}`),
    sharedAt: shared ? calendar.instant(shared) : null,
    adaptedFromId: experiment.adaptedFrom ? demoId(`experiment/${experiment.adaptedFrom}`) : null,
    materialHash: hashMaterial(materialTermsAt({ world, calendar, systemId }, experiment, `${worldToday} 00:00`)),
    registeredBy: demoId(`person/${experiment.registered.by}`),
    registeredAt: calendar.instant(experiment.registered.at),
  };
}

/** An experiment is shared by its team, or by its first request. */
export const sharedAt = (experiment: ExperimentRecord) => experiment.sharedAt ?? experiment.requests?.[0]?.at;

function turnRows({ calendar, systemId }: DemoSystem, { key, turns = [], conclusion }: ExperimentRecord) {
  const all = conclusion ? [...turns, { turn: "concluded" as const, by: conclusion.by, at: conclusion.at }] : turns;
  return all.map(({ by, at, ...turn }, index) => ({
    ...turn,
    id: demoId(`turn/${key}/${index + 1}`),
    systemId,
    experimentId: demoId(`experiment/${key}`),
    takenBy: demoId(`person/${by}`),
    takenAt: calendar.instant(at),
  }));
}
