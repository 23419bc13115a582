import type { Experiment } from "../experiment";

/** Running and getting better; its first permission was renewed when Shanice joined the team. */
export const e01: Experiment = {
  key: "E01",
  title: "Ring back by 11am",
  problem:
    "People who ring for a same-day appointment wait until the afternoon for an answer. Some give up and go to A&E.",
  changeIdea: "A clinician rings every same-day caller back before 11am.",
  place: "All 7 Three Weirs practices",
  aim: "3 in 4 same-day callers have spoken with a clinician before 11am.",
  prediction: "fewer people from our practices to go to A&E",
  predictionBecause: "most callers want an answer and a plan, and can then wait for a visit",
  startsAt: "general practice",
  showsAt: "front door",
  lead: "TWP",
  takingPart: ["TWP", "ICB"],
  registered: { by: "farhan", at: "2026-01-12 17:40" },
  team: [
    { who: "farhan", leads: true },
    { who: "shanice", from: "2026-05-05" },
  ],
  measures: { outcome: ["ae-arrivals-three-weirs"], process: ["E01"], balancing: ["overtime-three-weirs", "E02"] },
  riskOfNotTrying:
    "People with something serious give up on the phone, and others sit in A&E for what we could have settled.",
  risksWrittenAt: "2026-01-15 12:35",
  risks: [
    {
      harm: "A serious illness is missed because nobody saw the person.",
      whoIsAffected: "People who ring with chest pain, breathlessness or a very sick child",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 2,
      controls: "A list of warning signs at every desk, and 2 places kept free each morning to see people at once.",
      earlyWarning: "Someone we rang goes to A&E the same day and is admitted.",
      carriedBy: ["TWP", "ICB"],
    },
    {
      harm: "Staff are tired and make mistakes because the calls come on top of the day.",
      whoIsAffected: "Clinicians and reception staff of the 7 practices",
      domain: "people",
      consequence: 2,
      likelihood: 3,
      controls: "Calls are on the rota and replace 6 booked appointments a day.",
      earlyWarning: "Overtime rises, or people swap out of the morning.",
      carriedBy: ["TWP"],
    },
  ],
  dips: [
    {
      measure: "E02",
      from: "2026-02-09",
      until: "2026-05-10",
      worst: 13,
      carriedBy: ["TWP"],
      removed: "2026-05-05 13:05",
    },
    {
      measure: "E02",
      from: "2026-06-01",
      until: "2026-06-30",
      worst: 13,
      carriedBy: ["TWP"],
      recorded: "2026-05-05 13:05",
    },
  ],
  stopRules: [
    { kind: "safety", words: "1 serious illness missed on the phone" },
    {
      kind: "safety",
      words: "Overtime above 6 hours a week for 3 weeks running",
      on: { measure: "overtime-three-weirs", metWhen: "above", threshold: 6, weeksRunning: 3 },
    },
  ],
  requests: [
    {
      by: "farhan",
      at: "2026-01-26 12:50",
      from: "2026-02-09",
      until: "2026-05-10",
      answers: [
        {
          for: "TWP",
          by: "oonagh",
          at: "2026-01-28 19:10",
          answer: "yes",
          inWords: "All 7 partners agree. If the routine wait grows, I explain it.",
        },
        {
          for: "ICB",
          by: "parveen",
          at: "2026-01-30 08:45",
          answer: "yes",
          inWords: "Nobody will be asked for a recovery plan if the routine wait grows as you expect.",
        },
      ],
    },
    {
      by: "farhan",
      at: "2026-05-05 13:20",
      from: "2026-05-08",
      until: "2026-06-30",
      renews: true,
      answers: [
        {
          for: "TWP",
          by: "oonagh",
          at: "2026-05-06 18:55",
          answer: "yes",
          inWords: "Go on. Welcome to Shanice.",
        },
        {
          for: "ICB",
          by: "parveen",
          at: "2026-05-07 09:20",
          answer: "yes",
          inWords: "Same promise as before: the routine wait is mine to explain.",
        },
      ],
    },
  ],
  turns: [
    { turn: "started", by: "farhan", at: "2026-02-09 07:55" },
    { turn: "resumed", by: "farhan", at: "2026-05-08 07:50" },
  ],
  cycles: [
    {
      by: "farhan",
      at: "2026-02-09 08:05",
      plan: "2 practices, with 1 clinician on the phones until 11am.",
      expect: "6 in 10 callers are rung before 11am.",
      from: "2026-02-09",
      until: "2026-02-22",
      done: "Both practices rang back for 2 weeks.",
      seen: {
        words: "Just over 6 in 10, as we expected. Mondays were far below it.",
        act: "adapt",
        at: "2026-02-23 12:45",
      },
    },
    {
      by: "farhan",
      at: "2026-02-23 12:55",
      plan: "All 7 practices, with 2 clinicians on Mondays.",
      expect: "3 in 4 callers are rung before 11am, on Mondays too.",
      from: "2026-02-23",
    },
  ],
};
