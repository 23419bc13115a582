import type { Experiment } from "../experiment";

/** Adopted after the board agreed to spread it. */
export const e03: Experiment = {
  key: "E03",
  title: "Advice first for palpitations",
  problem: "People with palpitations wait months for a clinic that then says all is well.",
  changeIdea: "A GP sends the heart tracing with a question, and cardiology answers with advice before any referral.",
  place: "All 7 practices and the cardiology clinic at Ashlode General",
  aim: "1 in 4 questions about palpitations is settled without a visit.",
  prediction: "fewer referrals to cardiology, and a shorter wait for everyone who does need it",
  predictionBecause: "a tracing and a clear question are enough for 1 in 4 people",
  startsAt: "general practice",
  showsAt: "planned care",
  lead: "TWP",
  takingPart: ["TWP", "QUH"],
  registered: { by: "anneli", at: "2025-09-29 20:15" },
  team: [{ who: "anneli", leads: true }],
  measures: {
    outcome: ["wait-for-cardiology"],
    process: ["E03"],
    balancing: ["emergency-rhythm-admissions"],
  },
  riskOfNotTrying: "People who need a cardiologist soon wait behind people who needed a sentence.",
  risksWrittenAt: "2025-10-06 20:40",
  risks: [
    {
      harm: "A dangerous heart rhythm is found late because the tracing was taken on a quiet day.",
      whoIsAffected: "People whose palpitations come and go",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 1,
      controls: "Anyone with a faint, breathlessness or a family history is referred at once, as now.",
      earlyWarning: "Someone who had advice is admitted with a rhythm problem.",
      carriedBy: ["QUH", "TWP"],
    },
  ],
  stopRules: [
    { kind: "safety", words: "1 person admitted with a dangerous rhythm after advice alone" },
    { kind: "talk", words: "Advice takes longer than 5 days, 2 weeks running" },
  ],
  requests: [
    {
      by: "anneli",
      at: "2025-10-20 19:50",
      from: "2025-11-10",
      until: "2026-04-30",
      answers: [
        {
          for: "QUH",
          by: "ifeoma",
          at: "2025-10-22 07:40",
          answer: "yes",
          inWords: "Yes. Answering counts as clinic time, and I will defend that with our own managers.",
        },
        {
          for: "TWP",
          by: "oonagh",
          at: "2025-10-23 18:30",
          answer: "yes",
          inWords: "Yes, for all 7 practices.",
        },
      ],
    },
  ],
  turns: [{ turn: "started", by: "anneli", at: "2025-11-10 08:30" }],
  reviews: [
    {
      board: "SPB",
      by: "anneli",
      at: "2026-03-26 20:05",
      question:
        "Referrals are down by a quarter and nobody was harmed. May every practice and every hospital clinic work this way?",
      answers: [
        {
          by: "cordelia",
          at: "2026-04-09 15:20",
          answer: "spread",
          reason: "Agreed by all present. Each partner takes it to its own clinics by {2026-07-31}.",
          lookAgain: "2026-10-08",
        },
      ],
    },
  ],
  conclusion: {
    outcome: "adopt",
    by: "anneli",
    at: "2026-04-09 19:30",
    whatHappened: "Referrals fell from 64 to about 48 a week, as we expected. Emergency admissions did not change.",
    learned: "It works when the answer says what the GP should do next, and for how long to wait before asking again.",
    tellNextTeam: "Agree the 5 sentences an answer must contain before you begin. Ours are on one page.",
    changeStops: false,
    measuringStops: false,
  },
};
