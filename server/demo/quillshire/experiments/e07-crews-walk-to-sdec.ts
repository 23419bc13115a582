import type { Experiment } from "../experiment";

/** Running and getting better. */
export const e07: Experiment = {
  key: "E07",
  title: "Crews walk patients straight to SDEC",
  problem: "Crews queue at A&E with people who could walk past it into same day emergency care (SDEC).",
  changeIdea: "A crew rings SDEC from the road and walks the person straight in.",
  place: "Marrowdale station and SDEC at Marrowdale District Hospital",
  aim: "20 people a week go straight to SDEC.",
  prediction: "crews to lose fewer hours at handover",
  predictionBecause: "1 in 6 people they bring needs a chair, a test and a doctor, and not a trolley",
  startsAt: "ambulance",
  showsAt: "front door",
  lead: "MDH",
  takingPart: ["MDH", "NLA"],
  registered: { by: "maeve", at: "2026-01-12 12:45" },
  team: [{ who: "maeve", leads: true }, { who: "gwil" }, { who: "tomos" }],
  measures: { outcome: ["handover-hours-lost"], process: ["E07"], balancing: ["wait-in-sdec"] },
  riskOfNotTrying: "Crews stand in a corridor while the next call waits in the street.",
  risksWrittenAt: "2026-01-16 13:30",
  risks: [
    {
      harm: "Someone gets worse on the walk or in the SDEC corridor, away from A&E's staff.",
      whoIsAffected: "People who seem well enough to walk",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 2,
      controls: "Only people with a low early warning score, and the crew stays until a nurse has taken over.",
      earlyWarning: "A crew turns round on the way and goes to A&E.",
      carriedBy: ["MDH", "NLA"],
    },
  ],
  stopRules: [
    { kind: "safety", words: "1 person becomes seriously ill between ambulance and SDEC" },
    { kind: "talk", words: "A crew waits more than 20 minutes at SDEC, 3 times in a week" },
  ],
  requests: [
    {
      by: "maeve",
      at: "2026-01-29 16:20",
      from: "2026-02-16",
      until: "2026-09-30",
      answers: [
        {
          for: "NLA",
          by: "morwenna",
          at: "2026-02-02 11:15",
          answer: "yes",
          inWords: "Yes. Crews decide, and I back the decision they take on the road.",
        },
        {
          for: "MDH",
          by: "ruaridh",
          at: "2026-02-03 07:50",
          answer: "yes",
          inWords: "Yes. No dip is agreed; tell me if the wait in SDEC grows.",
        },
      ],
    },
  ],
  turns: [{ turn: "started", by: "maeve", at: "2026-02-16 08:10" }],
};
