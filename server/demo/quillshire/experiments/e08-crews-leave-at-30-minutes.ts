import type { Experiment } from "../experiment";

/** Running, in an expected dip; its first risk was extreme, so the board was asked too. */
export const e08: Experiment = {
  key: "E08",
  title: "Crews leave at 30 minutes, whatever",
  problem: "Ambulances wait outside with one patient each while people who ring 999 wait with nobody.",
  changeIdea: "After 30 minutes the crew hands over and leaves, and the department makes room inside.",
  place: "Emergency department, Ashlode General",
  aim: "Every crew is free again within 30 minutes.",
  prediction: "the sickest people who ring 999 to be reached sooner, and the 4-hour figure to dip at first",
  predictionBecause: "the waiting risk is shared inside the hospital, not left in the street",
  startsAt: "front door",
  showsAt: "ambulance",
  lead: "QUH",
  takingPart: ["QUH", "NLA", "ICB"],
  registered: { by: "pritam", at: "2025-12-01 14:30" },
  team: [{ who: "pritam", leads: true }, { who: "gwil" }],
  measures: {
    outcome: ["response-for-the-sickest"],
    process: ["E08"],
    balancing: ["E08b", "corridor-falls-with-harm"],
  },
  riskOfNotTrying:
    "Somebody whose heart has stopped waits 20 minutes, because the nearest crew stands outside our door.",
  risksWrittenAt: "2025-12-05 15:15",
  risks: [
    {
      harm: "Someone dies or is badly hurt in a crowded department because nobody was near.",
      whoIsAffected: "Everyone waiting in A&E, most of all frail people in the corridor",
      domain: "quality and safety",
      consequence: 5,
      likelihood: 3,
      controls:
        "A corridor nurse on every shift, wards take 1 more person each at 25 minutes, a consultant rounds hourly.",
      earlyWarning: "More than 8 people in the corridor, or a fall.",
      carriedBy: ["QUH", "NLA"],
    },
    {
      harm: "Staff go home distressed because they could not give the care they wanted to.",
      whoIsAffected: "Nurses and doctors of the department, and ward staff who take one more",
      domain: "people",
      consequence: 3,
      likelihood: 4,
      controls: "A pause of 10 minutes after each hard shift, and an extra nurse at night.",
      earlyWarning: "People ask to swap out of the corridor shift.",
      carriedBy: ["QUH"],
    },
  ],
  dips: [{ measure: "E08b", from: "2026-01-26", until: "2026-05-31", worst: 60, carriedBy: ["QUH"] }],
  stopRules: [
    {
      kind: "safety",
      words: "The 4-hour figure below 60%, 2 weeks running",
      on: { measure: "E08b", metWhen: "below", threshold: 60, weeksRunning: 2 },
    },
    {
      kind: "safety",
      words: "2 corridor falls with harm in a week",
      on: { measure: "corridor-falls-with-harm", metWhen: "at or above", threshold: 2, weeksRunning: 1 },
    },
  ],
  requests: [
    {
      by: "pritam",
      at: "2025-12-15 16:40",
      from: "2026-01-26",
      until: "2026-06-28",
      answers: [
        {
          for: "NLA",
          by: "morwenna",
          at: "2025-12-17 10:30",
          answer: "yes",
          inWords: "Yes. Crews who leave at 30 minutes have my word that they did right.",
        },
        {
          for: "QUH",
          by: "jocasta",
          at: "2026-01-09 08:15",
          answer: "yes",
          inWords: "If the 4-hour figure dips I explain it. Nobody will be asked for a recovery plan.",
        },
      ],
    },
  ],
  turns: [{ turn: "started", by: "pritam", at: "2026-01-26 07:30" }],
  notes: [
    {
      measure: "E08",
      on: "2026-03-16",
      words: "A second nurse for the handover bay",
      by: "pritam",
      at: "2026-03-17 07:15",
    },
  ],
  reviews: [
    {
      board: "SPB",
      by: "pritam",
      at: "2025-12-16 09:10",
      request: 1,
      question: "Harm in a crowded department scores 15. Does the board accept it, so that nobody waits in the street?",
      answers: [
        {
          by: "cordelia",
          at: "2026-01-08 15:05",
          answer: "go on",
          reason:
            "The risk is there today, where nobody sees it. All partners share it, and ask for the falls every week.",
          lookAgain: "2026-05-11",
        },
      ],
    },
  ],
};
