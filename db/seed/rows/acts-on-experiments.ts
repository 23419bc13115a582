import { measureRoles } from "@/db/vocabulary";
import { dayInWords } from "@/server/format";
import { amount } from "@/server/measures/figures";
import { riskScoreInWords } from "@/server/risks/score";
import type { ExperimentRecord } from "../experiment-record";
import { demoId } from "../ids";
import type { Act } from "./act";
import { writtenAt } from "./risks";
import { known, minutesAfter, type Told } from "./told";

/** What teams did, told as the app tells it. Whoever wrote a part may not answer for it, so the journal marks it. */
export const experimentActs = (it: Told): Act[] =>
  it.world.experiments.flatMap((experiment) =>
    [...registering(it, experiment), ...writingDown(it, experiment), ...turning(experiment)].map((act) => ({
      ...act,
      experiment: experiment.key,
    })),
  );

function registering({ world }: Told, { title, registered, shared, team }: ExperimentRecord): Act[] {
  const { by, at } = registered;
  const aboutMember = (at: string, who: string, told: (name: string) => string): Act => ({
    by,
    at,
    act: told(known(world.people, who).name),
    details: { wrote: true, personId: demoId(`person/${who}`) },
  });
  const acts: Act[] = [{ by, at, act: `noted an idea: ${title}`, details: { wrote: true } }];
  for (const { who, from, to } of team) {
    const added = from ? `${from} 12:40` : minutesAfter(at, 6);
    if (who !== by) acts.push(aboutMember(added, who, (name) => `added ${name} to the team`));
    if (to) acts.push(aboutMember(`${to} 17:20`, who, (name) => `took ${name} off the team`));
  }
  if (shared) acts.push({ by, at: shared, act: "showed the idea to everyone in the system" });
  return acts;
}

function writingDown({ world, calendar }: Told, experiment: ExperimentRecord): Act[] {
  const { key, registered, risks, riskOfNotTrying, halfWritten, dips = [], stopRules = [] } = experiment;
  const { by } = registered;
  const measures = measureRoles.flatMap((role) =>
    (experiment.measures[role] ?? []).map((measure) => ({ role, measure })),
  );
  return [
    ...measures.map(({ role, measure }) => ({
      by,
      at: minutesAfter(writtenAt(experiment, 0), -5),
      act: `chose a measure: "${known(world.measures, measure).name}" (${role})`,
      details: { wrote: true, measureId: demoId(`measure/${measure}`) },
    })),
    ...risks.map((risk, index) => ({
      by,
      at: writtenAt(experiment, index),
      act: `recorded a risk: ${risk.harm} (${riskScoreInWords(risk)})`,
      details: { wrote: true, riskId: demoId(`risk/${key}/${index + 1}`) },
    })),
    ...(halfWritten
      ? [
          {
            by: halfWritten.by,
            at: halfWritten.at,
            act: `began to write down a risk: ${halfWritten.harm}`,
            details: { wrote: true },
          },
        ]
      : []),
    ...(riskOfNotTrying
      ? [
          {
            by,
            at: writtenAt(experiment, 2),
            act: `wrote down the risk of not trying: ${riskOfNotTrying}`,
            details: { wrote: true },
          },
        ]
      : []),
    ...dips.flatMap((dip, index) => {
      const measure = known(world.measures, dip.measure);
      const details = { wrote: true, dipId: demoId(`dip/${key}/${index + 1}`) };
      const until = dayInWords(calendar.day(dip.until));
      const expected = {
        by,
        at: dip.recorded ?? writtenAt(experiment, 3),
        act: `expects "${measure.name}" to dip to ${amount(dip.worst, measure)} until the end of ${until}`,
        details,
      };
      return dip.removed
        ? [expected, { by, at: dip.removed, act: `no longer expects "${measure.name}" to dip`, details }]
        : [expected];
    }),
    ...stopRules.map(({ kind, words }, index) => ({
      by,
      at: writtenAt(experiment, 4 + index),
      act: `set a ${kind === "safety" ? "stop" : "talk"} rule: ${words}`,
      details: { wrote: true, stopRuleId: demoId(`stop-rule/${key}/${index + 1}`) },
    })),
  ];
}

function turning({ turns = [], conclusion }: ExperimentRecord): Act[] {
  const said = {
    started: () => "started the experiment",
    paused: (why: string) => `said that something is wrong, and paused it: ${why}`,
    resumed: (why: string) => `let it go on: ${why}`,
    stopped: (why: string) => `stopped the experiment: ${why}`,
  };
  const acts = turns.map(({ turn, by, at, reason = "", pauseReason }) => ({
    by,
    at,
    act: said[turn]([pauseReason, reason].filter(Boolean).join(": ")),
  }));
  if (!conclusion) return acts;
  const { by, at, outcome, learned } = conclusion;
  return [...acts, { by, at, act: `concluded it: ${outcome}. What was learned: ${learned}` }];
}
