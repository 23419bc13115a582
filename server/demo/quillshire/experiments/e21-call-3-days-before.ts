import type { Experiment } from "../experiment";

/** Running: better for 7 weeks but not in the last, which the chart must say honestly. */
export const e21: Experiment = {
  key: "E21",
  title: "Call 3 days before, check fit and willing",
  problem: "1 in 12 operations is cancelled on the day, often because of a cough or a change of mind.",
  changeIdea: "A nurse rings everyone 3 days before and asks 6 questions. A free place goes to the next person.",
  place: "Theatres in both hospitals",
  aim: "6% or fewer cancelled on the day.",
  prediction: "fewer operations cancelled on the day, and a shorter list of long waits",
  predictionBecause: "most reasons are known 3 days before, and nobody asks",
  startsAt: "planned care",
  showsAt: "planned care",
  lead: "MDH",
  takingPart: ["MDH", "QUH"],
  registered: { by: "wren", at: "2026-01-26 11:10" },
  team: [{ who: "wren", leads: true }],
  measures: { outcome: ["waits-over-52-weeks"], process: ["E21"], balancing: ["call-time"] },
  riskOfNotTrying: "A theatre stands empty while people wait over a year in pain.",
  risksWrittenAt: "2026-01-28 14:35",
  risks: [
    {
      harm: "Someone is told on the phone not to come who could have had the operation.",
      whoIsAffected: "People with a long-term illness or a slight cold",
      domain: "quality and safety",
      consequence: 3,
      likelihood: 2,
      controls: "The nurse never cancels alone: an anaesthetist decides the same day.",
      earlyWarning: "The anaesthetist says yes to someone the nurse thought unfit.",
      carriedBy: ["MDH"],
    },
  ],
  stopRules: [{ kind: "safety", words: "1 person harmed by wrong advice in the call" }],
  requests: [
    {
      by: "wren",
      at: "2026-04-20 10:25",
      from: "2026-05-18",
      until: "2026-08-31",
      answers: [
        {
          for: "MDH",
          by: "ruaridh",
          at: "2026-04-22 08:10",
          answer: "yes",
          inWords: "Yes, go on. The nurse's hours are found, and nobody counts calls.",
        },
      ],
    },
  ],
  reversible: true,
  plannedWeeks: 12,
  // Started under the system's standing permission, and asked for permission to go on beyond 12 weeks
  standingUses: [{ standing: "floor", for: "MDH", by: "wren", at: "2026-02-23 09:13", until: "2026-05-17" }],
  turns: [{ turn: "started", by: "wren", at: "2026-02-23 09:15" }],
};
