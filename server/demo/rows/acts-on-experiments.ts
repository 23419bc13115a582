import { measureRoles } from "@/db/vocabulary";
import { expectedDip, removedDip, setRule } from "@/server/dips/journal-sentences";
import {
  addedToTeam,
  concludedExperiment,
  notedIdea,
  pausedExperiment,
  resumedExperiment,
  showedIdea,
  startedAgain,
  startedExperiment,
  stoppedExperiment,
  tookOffTeam,
} from "@/server/experiments/journal-sentences";
import { choseMeasure } from "@/server/measures/journal-sentences";
import { reportedFix } from "@/server/permissions/journal-sentences";
import { beganRisk, recordedRisk, wroteRiskOfNotTrying } from "@/server/risks/journal-sentences";
import type { Sentence } from "@/server/typed-words";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { JournalAct } from "./act";
import { type DemoSystem, findRecord, minutesAfter } from "./demo-system";
import { writtenAt } from "./risks";
import { stopRuleOf } from "./terms";

/** Journal entries of teams. `wrote` marks edits of the terms, whose authors may not answer. */
export const experimentActs = (system: DemoSystem): JournalAct[] =>
  system.world.experiments.flatMap((experiment) =>
    [...registrationActs(system, experiment), ...preparationActs(system, experiment), ...turnActs(experiment)].map(
      (act) => ({ ...act, experiment: experiment.key }),
    ),
  );

function registrationActs(
  { world }: DemoSystem,
  { title, formerTitle, registered, sharedAt, team }: ExperimentRecord,
): JournalAct[] {
  const { by, at } = registered;
  const teamAct = (at: string, who: string, actOn: (name: string) => Sentence): JournalAct => ({
    by,
    at,
    act: actOn(findRecord(world.people, who).name),
    details: { personId: demoId(`person/${who}`) },
    wrote: "team",
  });
  const acts: JournalAct[] = [{ by, at, act: notedIdea(formerTitle?.was ?? title), wrote: "words" }];
  for (const { who, from, to } of team) {
    const added = from ? `${from} 12:40` : minutesAfter(at, 6);
    if (who !== by) acts.push(teamAct(added, who, addedToTeam));
    if (to) acts.push(teamAct(`${to} 17:20`, who, tookOffTeam));
  }
  if (sharedAt) acts.push({ by, at: sharedAt, act: showedIdea });
  return acts;
}

function preparationActs(system: DemoSystem, experiment: ExperimentRecord): JournalAct[] {
  const { world, calendar } = system;
  const { key, registered, risks, riskOfNotTrying, riskDraft, dips = [], stopRules = [] } = experiment;
  const { by } = registered;
  const measures = measureRoles.flatMap((role) =>
    (experiment.measures[role] ?? []).map((measure) => ({ role, measure })),
  );
  const acts: JournalAct[] = [];
  for (const { role, measure } of measures) {
    acts.push({
      by,
      at: minutesAfter(writtenAt(experiment, 0), -5),
      act: choseMeasure(findRecord(world.measures, measure).name, role),
      details: { measureId: demoId(`measure/${measure}`) },
      wrote: "measures",
    });
  }
  for (const [index, risk] of risks.entries()) {
    const details = { riskId: demoId(`risk/${key}/${index + 1}`) };
    acts.push({ by, at: writtenAt(experiment, index), act: recordedRisk(risk), details, wrote: "risks" });
  }
  if (riskDraft) {
    acts.push({ by: riskDraft.by, at: riskDraft.at, act: beganRisk(riskDraft.harm), wrote: "risks" });
  }
  if (riskOfNotTrying) {
    acts.push({ by, at: writtenAt(experiment, 2), act: wroteRiskOfNotTrying(riskOfNotTrying), wrote: "risks" });
  }
  for (const [index, dip] of dips.entries()) {
    const measure = findRecord(world.measures, dip.measure);
    const at = dip.recorded ?? writtenAt(experiment, 3);
    const details = { dipId: demoId(`dip/${key}/${index + 1}`) };
    const act = expectedDip(measure, dip.worst, calendar.day(dip.until));
    acts.push({ by, at, act, details, wrote: "dips" });
    if (dip.removed) acts.push({ by, at: dip.removed, act: removedDip(measure.name), details, wrote: "dips" });
  }
  for (const [index, record] of stopRules.entries()) {
    const details = { stopRuleId: demoId(`stop-rule/${key}/${index + 1}`) };
    acts.push({
      by,
      at: writtenAt(experiment, 4 + index),
      act: setRule(record.kind, stopRuleOf(system, record)),
      details,
      wrote: "stop rules",
    });
  }
  return acts;
}

function turnActs({ turns = [], pauseFixes = [], conclusion }: ExperimentRecord): JournalAct[] {
  const sentences = {
    started: () => startedExperiment(),
    paused: (reason: string, pauseReason: string) => pausedExperiment(pauseReason, reason),
    resumed: (reason: string) => (reason ? resumedExperiment(reason) : startedAgain([])),
    stopped: (reason: string) => stoppedExperiment(reason),
  };
  const kinds = { started: undefined, paused: "paused", resumed: "went on", stopped: "stopped" } as const;
  const acts = turns.map(({ turn, by, at, reason = "", pauseReason = "" }): JournalAct => {
    const kind = kinds[turn];
    return { by, at, act: sentences[turn](reason, pauseReason), news: kind && { kind } };
  });
  for (const { by, at, words } of pauseFixes) {
    acts.push({ by, at, act: reportedFix(words), news: { kind: "mended" } });
  }
  if (!conclusion) return acts;
  const { by, at } = conclusion;
  return [...acts, { by, at, act: concludedExperiment(conclusion) }];
}
