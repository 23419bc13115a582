import type { Experiment } from "../experiment";

/** Adopted; its baseline has a run by chance, which shows how to read charts. */
export const e14: Experiment = {
  key: "E14",
  title: "Off the drip at day 3",
  problem: "People stay in a bed on an antibiotic drip because nobody decides to change it to tablets.",
  changeIdea: "A pharmacist decides by the end of day 3: tablets, home with a drip, or a reason to go on.",
  place: "All medical wards, Ashlode General",
  aim: "60 bed days a week or fewer.",
  prediction: "a quarter fewer bed days on a drip",
  predictionBecause: "the decision waits for a ward round, not for the infection",
  startsAt: "ward",
  showsAt: "home",
  lead: "OCH",
  takingPart: ["QUH", "OCH"],
  registered: { by: "bronagh", at: "2025-09-15 14:05" },
  team: [{ who: "bronagh", leads: true }],
  measures: { outcome: ["E14"], process: ["reviewed-by-day-3"], balancing: ["drip-needed-again"] },
  riskOfNotTrying: "People stay for a drip they no longer need, and some catch a second infection.",
  risksWrittenAt: "2025-09-18 13:25",
  risks: [
    {
      harm: "The infection comes back because tablets came too soon.",
      whoIsAffected: "People with bone, heart or blood infections",
      domain: "quality and safety",
      consequence: 3,
      likelihood: 2,
      controls: "A list of infections that always keep the drip, and a microbiologist by phone.",
      earlyWarning: "A temperature within 2 days of the change.",
      carriedBy: ["QUH", "OCH"],
    },
  ],
  stopRules: [{ kind: "safety", words: "2 people in one week who need a drip again" }],
  requests: [
    {
      by: "bronagh",
      at: "2025-10-06 15:30",
      from: "2025-10-27",
      until: "2026-03-31",
      answers: [
        {
          for: "OCH",
          by: "sunniva",
          at: "2025-10-08 09:15",
          answer: "yes",
          inWords: "Yes. We take them home with a drip where that is needed.",
        },
        {
          for: "QUH",
          by: "ifeoma",
          at: "2026-01-12 13:20",
          answer: "yes",
          inWords: "Yes. A pharmacist's decision stands; I have told the consultants.",
        },
      ],
    },
  ],
  reversible: true,
  plannedWeeks: 12,
  // One hospital had not answered yet, so its part started under the system's standing permission
  standingUses: [{ standing: "floor", for: "QUH", by: "bronagh", at: "2025-10-27 08:58", until: "2026-01-18" }],
  turns: [{ turn: "started", by: "bronagh", at: "2025-10-27 09:00" }],
  conclusion: {
    outcome: "adopt",
    by: "bronagh",
    at: "2026-03-26 14:50",
    whatHappened: "Bed days fell from 88 to about 60 a week. 1 in 50 people needed the drip again, as before.",
    learned: "Pharmacists decided faster than ward rounds.",
    tellNextTeam:
      "Give the pharmacist the right to decide, in writing. Asking for permission each time brings the wait back.",
    changeStops: false,
    measuringStops: false,
  },
};
