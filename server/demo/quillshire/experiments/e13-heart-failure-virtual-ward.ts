import type { Experiment } from "../experiment";

/** Running, worse than its expected dip: bed use is much better, readmissions are above what was agreed. */
export const e13: Experiment = {
  key: "E13",
  title: "Heart failure straight to the virtual ward",
  problem: "7 in 10 people who come to A&E with heart failure get a hospital bed, and most need a drip and a scale.",
  changeIdea: "People go from A&E to the virtual ward the same day, with a nurse at home within 24 hours.",
  place: "Emergency department of Ashlode General, homes in Quillshire",
  aim: "6 in 10 or fewer need a hospital bed.",
  prediction: "fewer people with heart failure in a hospital bed, and a few more readmissions at first",
  predictionBecause: "weight, medicine and a nurse can be had at home",
  startsAt: "front door",
  showsAt: "home",
  lead: "OCH",
  takingPart: ["OCH", "QUH"],
  registered: { by: "bronagh", at: "2025-12-15 13:40" },
  team: [{ who: "bronagh", leads: true }],
  measures: { outcome: ["E13"], process: ["first-visit-24-hours"], balancing: ["E13b"] },
  riskOfNotTrying: "People lie in a bed for 9 days for treatment that could have come to them.",
  risksWrittenAt: "2025-12-18 14:20",
  risks: [
    {
      harm: "Someone gets worse at home and is found too late.",
      whoIsAffected: "People with heart failure who live alone",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 3,
      controls: "Weight and breath are sent twice a day, a nurse answers until 10pm, an ambulance plan is written.",
      earlyWarning: "2 kilograms in 2 days, or no reading.",
      carriedBy: ["OCH", "QUH"],
    },
  ],
  dips: [{ measure: "E13b", from: "2026-02-02", until: "2026-07-31", worst: 20, carriedBy: ["OCH", "QUH"] }],
  stopRules: [
    {
      kind: "safety",
      words: "26% or more readmitted within 30 days, 2 weeks running",
      on: { measure: "E13b", metWhen: "at or above", threshold: 26, weeksRunning: 2 },
    },
  ],
  requests: [
    {
      by: "bronagh",
      at: "2026-01-12 16:15",
      from: "2026-02-02",
      until: "2026-07-31",
      answers: [
        {
          for: "OCH",
          by: "sunniva",
          at: "2026-01-13 09:40",
          answer: "question",
          inWords: "Who answers the phone after 10pm?",
          reply: {
            by: "bronagh",
            at: "2026-01-15 17:20",
            inWords: "The out-of-hours line, from 10pm to 7am. They have each person's plan.",
          },
        },
        {
          for: "QUH",
          by: "ifeoma",
          at: "2026-01-14 12:55",
          answer: "yes",
          inWords: "Yes, up to 20% readmitted. Those beds are ours and I will not ask you to account for them.",
        },
        {
          for: "OCH",
          by: "sunniva",
          at: "2026-01-16 10:05",
          answer: "yes",
          inWords: "The out-of-hours line is agreed, so yes. If readmissions rise to 20% I stand in front.",
        },
      ],
    },
  ],
  turns: [{ turn: "started", by: "bronagh", at: "2026-02-02 08:45" }],
};
