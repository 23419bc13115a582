import { measureRoles } from "@/db/vocabulary";
import { expectedDip, removedDip, setRule } from "@/server/dips/journal-sentences";
import {
  addedToTeam,
  concludedExperiment,
  notedIdea,
  pausedExperiment,
  resumedExperiment,
  showedIdea,
  startedExperiment,
  stoppedExperiment,
  tookOffTeam,
} from "@/server/experiments/journal-sentences";
import { choseMeasure } from "@/server/measures/journal-sentences";
import { beganRisk, recordedRisk, wroteRiskOfNotTrying } from "@/server/risks/journal-sentences";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { JournalAct } from "./act";
import { type DemoSystem, findRecord, minutesAfter } from "./demo-system";
import { writtenAt } from "./risks";

/** What teams did. `wrote: true` marks whoever wrote a part of the terms: they may not answer for it. */
export const experimentActs = (system: DemoSystem): JournalAct[] =>
  system.world.experiments.flatMap((experiment) =>
    [...registrationActs(system, experiment), ...preparationActs(system, experiment), ...turnActs(experiment)].map(
      (act) => ({ ...act, experiment: experiment.key }),
    ),
  );

function registrationActs(
  { world }: DemoSystem,
  { title, registered, sharedAt, team }: ExperimentRecord,
): JournalAct[] {
  const { by, at } = registered;
  const teamAct = (at: string, who: string, sentence: (name: string) => string): JournalAct => ({
    by,
    at,
    act: sentence(findRecord(world.people, who).name),
    details: { wrote: true, personId: demoId(`person/${who}`) },
  });
  const acts: JournalAct[] = [{ by, at, act: notedIdea(title), details: { wrote: true } }];
  for (const { who, from, to } of team) {
    const added = from ? `${from} 12:40` : minutesAfter(at, 6);
    if (who !== by) acts.push(teamAct(added, who, addedToTeam));
    if (to) acts.push(teamAct(`${to} 17:20`, who, tookOffTeam));
  }
  if (sharedAt) acts.push({ by, at: sharedAt, act: showedIdea });
  return acts;
}

function preparationActs({ world, calendar }: DemoSystem, experiment: ExperimentRecord): JournalAct[] {
  const { key, registered, risks, riskOfNotTrying, riskDraft, dips = [], stopRules = [] } = experiment;
  const { by } = registered;
  const measures = measureRoles.flatMap((role) =>
    (experiment.measures[role] ?? []).map((measure) => ({ role, measure })),
  );
  return [
    ...measures.map(({ role, measure }) => ({
      by,
      at: minutesAfter(writtenAt(experiment, 0), -5),
      act: choseMeasure(findRecord(world.measures, measure).name, role),
      details: { wrote: true, measureId: demoId(`measure/${measure}`) },
    })),
    ...risks.map((risk, index) => ({
      by,
      at: writtenAt(experiment, index),
      act: recordedRisk(risk),
      details: { wrote: true, riskId: demoId(`risk/${key}/${index + 1}`) },
    })),
    ...(riskDraft
      ? [{ by: riskDraft.by, at: riskDraft.at, act: beganRisk(riskDraft.harm), details: { wrote: true } }]
      : []),
    ...(riskOfNotTrying
      ? [{ by, at: writtenAt(experiment, 2), act: wroteRiskOfNotTrying(riskOfNotTrying), details: { wrote: true } }]
      : []),
    ...dips.flatMap((dip, index) => {
      const measure = findRecord(world.measures, dip.measure);
      const details = { wrote: true, dipId: demoId(`dip/${key}/${index + 1}`) };
      const expected = {
        by,
        at: dip.recorded ?? writtenAt(experiment, 3),
        act: expectedDip(measure, dip.worst, calendar.day(dip.until)),
        details,
      };
      return dip.removed ? [expected, { by, at: dip.removed, act: removedDip(measure.name), details }] : [expected];
    }),
    ...stopRules.map(({ kind, words }, index) => ({
      by,
      at: writtenAt(experiment, 4 + index),
      act: setRule(kind, words),
      details: { wrote: true, stopRuleId: demoId(`stop-rule/${key}/${index + 1}`) },
    })),
  ];
}

function turnActs({ turns = [], conclusion }: ExperimentRecord): JournalAct[] {
  const sentences = {
    started: () => startedExperiment(),
    paused: (reason: string, pauseReason: string) => pausedExperiment(pauseReason, reason),
    resumed: (reason: string) => resumedExperiment(reason),
    stopped: (reason: string) => stoppedExperiment(reason),
  };
  const acts = turns.map(({ turn, by, at, reason = "", pauseReason = "" }) => ({
    by,
    at,
    act: sentences[turn](reason, pauseReason),
  }));
  if (!conclusion) return acts;
  const { by, at } = conclusion;
  return [...acts, { by, at, act: concludedExperiment(conclusion) }];
}
