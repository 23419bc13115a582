import type { Experiment } from "../experiment";

/** Permission ended: the team must renew, change or end it. The recorded risk happened when one person went on leave. */
export const e17: Experiment = {
  key: "E17",
  title: "Same clinician every week",
  problem: "A different doctor visits each week, and care plans are never finished.",
  changeIdea: "Each home has one clinician who comes every week on the same day.",
  place: "9 care homes looked after by Three Weirs practices",
  aim: "7 in 10 residents have a plan reviewed in the last 8 weeks.",
  prediction: "more residents with a reviewed plan, and fewer falls and admissions",
  predictionBecause: "somebody who knows 20 people finishes what they begin",
  startsAt: "social care",
  showsAt: "general practice",
  lead: "TWP",
  takingPart: ["TWP", "LCA"],
  registered: { by: "anneli", at: "2025-10-27 20:30" },
  team: [{ who: "anneli", leads: true }, { who: "stellan" }, { who: "shanice", leads: true, from: "2026-05-05" }],
  measures: { outcome: ["falls-and-admissions-homes"], process: ["E17"], balancing: ["gp-time-in-homes"] },
  riskOfNotTrying: "Residents go to hospital with a plan from 2 years ago.",
  risksWrittenAt: "2025-10-30 20:55",
  risks: [
    {
      harm: "When that one clinician is away, nobody knows the residents.",
      whoIsAffected: "Residents of the 9 homes",
      domain: "service",
      consequence: 3,
      likelihood: 4,
      controls: "A named second clinician who comes once a month.",
      earlyWarning: "Fewer plans reviewed in a week of leave.",
      carriedBy: ["TWP", "LCA"],
    },
  ],
  stopRules: [{ kind: "talk", words: "A home without its clinician for 2 weeks" }],
  requests: [
    {
      by: "anneli",
      at: "2025-11-17 19:45",
      from: "2025-12-08",
      until: "2026-04-30",
      answers: [
        {
          for: "TWP",
          by: "oonagh",
          at: "2025-11-19 19:05",
          answer: "yes",
          inWords: "Yes. The round counts as a clinic session.",
        },
        {
          for: "LCA",
          by: "perpetua",
          at: "2025-11-21 15:10",
          answer: "yes",
          inWords: "Yes. If it stops working when someone is away, tell us and we help.",
        },
      ],
    },
  ],
  requestDraft: {
    by: "shanice",
    at: "2026-05-08 13:40",
    from: "2026-05-18",
    until: "2026-10-30",
    renews: 1,
    whyLonger:
      "A second clinician comes once a month now. We want to see whether plans stay reviewed through the leave.",
  },
  turns: [{ turn: "started", by: "anneli", at: "2025-12-08 09:10" }],
};
