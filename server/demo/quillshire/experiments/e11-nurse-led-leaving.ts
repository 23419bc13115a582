import type { Experiment } from "../experiment";

/** Asked; one leader is on leave and the deputy is on the team, so another leader has to answer. */
export const e11: Experiment = {
  key: "E11",
  title: "Nurse-led leaving at weekends",
  problem: "Hardly anyone goes home on Saturday or Sunday, and on Monday 12 people wait for a bed.",
  changeIdea: "A senior nurse may let people go home at the weekend, by rules a consultant set on Friday.",
  place: "4 medical wards, Marrowdale District Hospital",
  aim: "Half the bed gap on Monday morning.",
  prediction: "fewer beds to be short on Monday morning",
  predictionBecause: "1 in 5 people in a bed on Sunday was well enough on Friday",
  startsAt: "ward",
  showsAt: "discharge",
  lead: "MDH",
  takingPart: ["MDH"],
  registered: { by: "tomos", at: "2026-04-20 19:45" },
  team: [{ who: "tomos", leads: true }],
  measures: {
    outcome: ["monday-bed-gap"],
    process: ["weekend-leavings"],
    balancing: ["back-in-7-days-marrowdale"],
  },
  riskOfNotTrying: "People who are well stay 2 more days, and those who are not wait in A&E on Monday.",
  risksWrittenAt: "2026-04-29 20:10",
  risks: [
    {
      harm: "Someone goes home at the weekend who should have stayed.",
      whoIsAffected: "People on the 4 wards whose illness changes after Friday",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 2,
      controls: "Written rules for each person on Friday, the consultant on call by phone, and a call on Monday.",
      earlyWarning: "Someone comes back on Monday.",
      carriedBy: ["MDH"],
    },
  ],
  stopRules: [{ kind: "safety", words: "1 person back within 7 days who was harmed by leaving" }],
  reversible: true,
  plannedWeeks: 14,
  requests: [{ by: "tomos", at: "2026-05-06 17:25", from: "2026-05-23", until: "2026-08-30", answers: [] }],
};
