import type { Experiment } from "../experiment";

/** Paused: Maeve pressed "Something is wrong" when its stop rule was met. */
export const e06: Experiment = {
  key: "E06",
  title: "SDEC takes people before blood results",
  problem: "People wait 2 hours in A&E for blood results before same day emergency care (SDEC) will take them.",
  changeIdea: "SDEC takes people as soon as a senior has seen them, and the results follow.",
  place: "SDEC at Marrowdale District Hospital, weekdays 8am to 6pm",
  aim: "2 hours less in A&E for people who go to SDEC.",
  prediction: "2 hours less waiting in A&E",
  predictionBecause: "the result seldom changes where the person should sit",
  startsAt: "front door",
  showsAt: "ward",
  lead: "MDH",
  takingPart: ["MDH"],
  registered: { by: "maeve", at: "2026-02-16 13:20" },
  team: [{ who: "maeve", leads: true }],
  measures: { outcome: ["time-in-ae-marrowdale"], process: ["time-to-sdec-chair"], balancing: ["E06"] },
  riskOfNotTrying: "People wait in a crowded corridor for a number that does not change their care.",
  risksWrittenAt: "2026-02-18 17:10",
  risks: [
    {
      harm: "Someone too ill for SDEC stays there overnight without a ward's staff.",
      whoIsAffected: "People whose blood results turn out worse than they look",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 3,
      controls: "A senior sees everyone first, and 2 ward beds are held until 6pm.",
      earlyWarning: "More people are still in a chair at 6pm.",
      carriedBy: ["MDH"],
    },
  ],
  dips: [{ measure: "E06", from: "2026-03-16", until: "2026-06-30", worst: 12, carriedBy: ["MDH"] }],
  stopRules: [
    {
      kind: "safety",
      words: "15% or more admitted overnight, 2 weeks running",
      on: { measure: "E06", metWhen: "at or above", threshold: 15, weeksRunning: 2 },
    },
  ],
  requests: [
    {
      by: "maeve",
      at: "2026-02-26 17:40",
      from: "2026-03-16",
      until: "2026-06-30",
      answers: [
        {
          for: "MDH",
          by: "ruaridh",
          at: "2026-03-02 08:20",
          answer: "yes",
          inWords: "Weekdays 8am to 6pm. If overnight stays rise to 12% that is mine to explain, not yours.",
        },
      ],
    },
  ],
  turns: [
    { turn: "started", by: "maeve", at: "2026-03-16 08:00" },
    {
      turn: "paused",
      by: "maeve",
      at: "2026-05-05 14:12",
      pauseReason: "a stop rule was met",
      reason: "16.5% and 16.4% admitted overnight in the last 2 weeks.",
    },
  ],
};
