import type { Experiment } from "../experiment";

/** Permitted, and starts next Monday. */
export const e15: Experiment = {
  key: "E15",
  title: "Matron first for frailty at home",
  problem: "An ambulance brings frail people to A&E at night because nobody else can come.",
  changeIdea: "A crew rings a community matron first, who comes within 2 hours and stays with the plan.",
  place: "Homes in north Marrowdale",
  aim: "5 fewer people over 75 admitted each week.",
  prediction: "fewer people over 75 to be admitted",
  predictionBecause: "what they lack at 2am is somebody who knows them, not a scan",
  startsAt: "home",
  showsAt: "ambulance",
  lead: "OCH",
  takingPart: ["OCH", "NLA"],
  registered: { by: "callum", at: "2026-04-02 18:20" },
  team: [{ who: "callum", leads: true }],
  measures: {
    outcome: ["admissions-over-75"],
    process: ["visited-in-2-hours"],
    balancing: ["falls-at-home"],
  },
  riskOfNotTrying: "People who wanted to stay at home spend their last months going in and out of hospital.",
  risksWrittenAt: "2026-04-14 17:50",
  risks: [
    {
      harm: "Someone becomes seriously ill at home while they wait for the matron.",
      whoIsAffected: "Frail people over 75, often living alone",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 2,
      controls: "The crew stays if the warning score is high, and a doctor can be rung at any hour.",
      earlyWarning: "A second 999 call for the same person within a day.",
      carriedBy: ["OCH"],
    },
  ],
  dips: [
    {
      measure: "visited-in-2-hours",
      from: "2026-05-18",
      until: "2026-07-31",
      worst: 65,
      carriedBy: ["OCH"],
      recorded: "2026-05-01 15:45",
    },
  ],
  stopRules: [
    { kind: "safety", words: "1 person who comes to serious harm while waiting for the matron" },
    {
      kind: "talk",
      words: "Fewer than 65% visited within 2 hours, 2 weeks running",
      on: { measure: "visited-in-2-hours", metWhen: "below", threshold: 65, weeksRunning: 2 },
    },
  ],
  requests: [
    {
      by: "callum",
      at: "2026-04-21 16:30",
      from: "2026-05-18",
      until: "2026-11-30",
      answers: [],
      takenBack: { by: "callum", at: "2026-05-01 15:40", reason: "We forgot the dip that the first weeks will bring." },
    },
    {
      by: "callum",
      at: "2026-05-01 16:10",
      from: "2026-05-18",
      until: "2026-11-30",
      answers: [
        {
          for: "OCH",
          by: "sunniva",
          at: "2026-05-08 09:30",
          answer: "yes",
          inWords:
            "Yes. The national level for 2-hour visits is 70%; if we go down to 65% until {2026-07-31} I explain why.",
        },
      ],
    },
  ],
};
