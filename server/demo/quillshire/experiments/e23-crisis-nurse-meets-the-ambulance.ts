import type { Experiment } from "../experiment";

/** Asked: one organisation has said yes, the other has a question that is still open. */
export const e23: Experiment = {
  key: "E23",
  title: "Crisis nurse meets the ambulance",
  problem: "Crews take people in a mental-health crisis to A&E because they know nowhere else at night.",
  changeIdea: "A crew rings the crisis team, and a nurse meets them where the person is.",
  place: "Marrowdale town, 6pm to 2am",
  aim: "Half of the people stay at home or go to a calm place.",
  prediction: "fewer people in a crisis to be brought to A&E",
  predictionBecause: "30 minutes with a crisis nurse settles most nights",
  startsAt: "crisis care",
  showsAt: "ambulance",
  lead: "TMH",
  takingPart: ["TMH", "NLA"],
  registered: { by: "noor", at: "2026-04-13 21:30" },
  team: [
    { who: "noor", leads: true },
    { who: "gwil", leads: true },
  ],
  measures: {
    outcome: ["crisis-arrivals"],
    process: ["met-in-30-minutes"],
    balancing: ["crisis-line-answer"],
  },
  riskOfNotTrying: "People in despair wait 9 hours in the brightest, loudest room of the hospital.",
  risksWrittenAt: "2026-04-22 20:45",
  risks: [
    {
      harm: "A nurse who is out alone at night is hurt.",
      whoIsAffected: "Crisis nurses",
      domain: "people",
      consequence: 4,
      likelihood: 2,
      controls: "The nurse arrives only while the crew is there, and checks in every 30 minutes.",
      earlyWarning: "A check-in that does not come.",
      carriedBy: ["TMH"],
    },
    {
      harm: "A crew is held longer, and the next person who rings 999 waits.",
      whoIsAffected: "People who ring 999 in Marrowdale at night",
      domain: "service",
      consequence: 3,
      likelihood: 3,
      controls: "The crew leaves after 30 minutes if no nurse has come.",
      earlyWarning: "More than 2 crews held at the same time.",
      carriedBy: ["NLA"],
    },
  ],
  stopRules: [
    { kind: "safety", words: "1 nurse or paramedic hurt" },
    { kind: "talk", words: "The crisis line takes more than 60 seconds, 2 weeks running" },
  ],
  requests: [
    {
      by: "noor",
      at: "2026-05-04 18:15",
      from: "2026-05-25",
      until: "2026-08-31",
      answers: [
        {
          for: "NLA",
          by: "morwenna",
          at: "2026-05-06 10:05",
          answer: "yes",
          inWords: "Yes. A crew that waits 30 minutes for a nurse did right.",
        },
        {
          for: "TMH",
          by: "aurelio",
          at: "2026-05-07 16:50",
          answer: "question",
          inWords: "Who covers the line while the nurse is out?",
        },
      ],
    },
  ],
};
