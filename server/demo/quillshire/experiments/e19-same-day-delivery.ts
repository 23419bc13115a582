import type { Experiment } from "../experiment";

/** Ended: its stop rule was met twice. E20 came from what it taught. */
export const e19: Experiment = {
  key: "E19",
  title: "Same-day delivery for going-home beds",
  formerTitle: { was: "Beds on the hour", until: "2025-12-01 10:20" },
  problem: "People stay in hospital because the bed they need at home comes 2 days later.",
  changeIdea: "The store delivers a bed the same day, at an hour the ward chooses.",
  place: "Equipment store and 5 wards of Ashlode General",
  aim: "Nobody stays a night for want of a bed at home.",
  prediction: "fewer people kept in hospital by missing equipment",
  predictionBecause: "the store has the bed and the van, and only the promise is missing",
  startsAt: "community",
  showsAt: "discharge",
  lead: "OCH",
  takingPart: ["OCH", "QUH"],
  registered: { by: "ravi", at: "2025-11-10 13:35" },
  team: [{ who: "ravi", leads: true }],
  measures: { outcome: ["leavings-delayed-by-kit"], balancing: ["E19"] },
  riskOfNotTrying: "3 people a week stay in hospital for a bed that stands in our store.",
  risksWrittenAt: "2025-11-13 12:55",
  risks: [
    {
      harm: "Someone comes home and the bed is not there.",
      whoIsAffected: "People who cannot lie in their own bed, and those who care for them",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 3,
      controls: "The driver rings the ward from the house before the person leaves.",
      earlyWarning: "The van is late at the first house.",
      carriedBy: ["OCH", "QUH"],
    },
  ],
  stopRules: [
    {
      kind: "safety",
      words: "15% or more of promised deliveries not there on the hour, 3 weeks running",
      on: { measure: "E19", metWhen: "at or above", threshold: 15, weeksRunning: 3 },
    },
  ],
  requests: [
    {
      by: "ravi",
      at: "2025-11-24 11:50",
      from: "2025-12-15",
      until: "2026-03-31",
      answers: [
        {
          for: "OCH",
          by: "sunniva",
          at: "2025-11-26 09:25",
          answer: "yes",
          inWords: "Yes. Use the second van.",
        },
        {
          for: "QUH",
          by: "jocasta",
          at: "2025-11-27 18:00",
          answer: "yes",
          inWords: "Yes. A ward that keeps someone one more night for safety did right.",
        },
      ],
    },
  ],
  turns: [
    { turn: "started", by: "ravi", at: "2025-12-15 08:00" },
    {
      turn: "paused",
      by: "ravi",
      at: "2026-01-05 09:05",
      pauseReason: "a stop rule was met",
      reason: "23%, 17% and 19% in the first 3 weeks.",
    },
    {
      turn: "resumed",
      by: "sunniva",
      at: "2026-01-19 08:15",
      reason: "Fewer promises, all of them kept. Begin again with 2 wards.",
    },
    {
      turn: "paused",
      by: "ravi",
      at: "2026-02-09 09:20",
      pauseReason: "a stop rule was met",
      reason: "22%, 15% and 22% since we began again.",
    },
  ],
  pauseFixes: [
    { by: "ravi", at: "2026-01-15 12:45", words: "2 wards instead of 5, afternoons only, and a second driver." },
  ],
  pauseDecisions: [
    {
      for: "OCH",
      by: "sunniva",
      at: "2026-01-19 08:15",
      decision: "go on",
      reason: "Fewer promises, all of them kept. Begin again with 2 wards.",
    },
  ],
  conclusion: {
    outcome: "abandon",
    by: "ravi",
    at: "2026-03-09 12:20",
    whatHappened:
      "1 in 5 promised hours was not kept, before and after we made it smaller. Nobody was left without a bed.",
    learned:
      'Promising the day was fine, promising the hour was not. Deliver the evening before and let the ward say "not yet".',
    unpleasantSurprises: "Drivers took the blame at the door for a promise they had not made.",
    pleasantSurprises: "Wards began to ring the store themselves.",
    tellNextTeam: "Do not promise an hour with one van. We are thinking about an open store on Sundays instead.",
    changeStops: true,
    measuringStops: true,
  },
};
