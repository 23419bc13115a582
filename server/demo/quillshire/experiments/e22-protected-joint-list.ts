import type { Experiment } from "../experiment";

/** Running, and waiting for the board: good for one partner, bad for another. */
export const e22: Experiment = {
  key: "E22",
  title: "Protected joint list through winter",
  problem: "Every winter hip and knee operations stop, because medical patients are in the surgical beds.",
  changeIdea:
    "12 beds at Marrowdale are kept for joint operations, whatever happens. Quillshire takes the medical patients.",
  place: "Orthopaedics at Marrowdale, medical wards in both hospitals",
  aim: "45 operations a week.",
  prediction: "fewer people to wait over 52 weeks",
  predictionBecause: "a list that is never cancelled can be booked in full",
  startsAt: "planned care",
  showsAt: "ward",
  lead: "MDH",
  takingPart: ["MDH", "QUH", "ICB"],
  registered: { by: "tomos", at: "2025-12-08 18:50" },
  team: [{ who: "tomos", leads: true }],
  measures: { outcome: ["waits-over-52-weeks"], process: ["E22"], balancing: ["E22b"] },
  riskOfNotTrying: "300 people wait a second winter for a hip or a knee, and some never walk well again.",
  risksWrittenAt: "2025-12-11 19:15",
  risks: [
    {
      harm: "Someone with a medical illness lies on the wrong ward, and nobody sees that they get worse.",
      whoIsAffected: "Medical patients in surgical beds, most of all at night",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 4,
      controls: "A medical team visits them every morning and evening, and nurses from medicine work a shift there.",
      earlyWarning: "A crash call from a surgical ward.",
      carriedBy: ["MDH", "QUH"],
    },
  ],
  stopRules: [
    { kind: "safety", words: "1 medical patient seriously harmed in a surgical bed" },
    { kind: "talk", words: "Either hospital asks to talk about its beds" },
  ],
  requests: [
    {
      by: "tomos",
      at: "2025-12-22 17:05",
      from: "2026-02-09",
      // The board meets within 5 weeks of any day: it can answer before this ends
      until: "2026-06-21",
      answers: [
        {
          for: "MDH",
          by: "ruaridh",
          at: "2025-12-30 08:30",
          answer: "yes",
          inWords: "Yes. The beds stay joint beds on the worst Monday too, and I say so in public.",
        },
        {
          for: "QUH",
          by: "ifeoma",
          at: "2026-01-09 12:40",
          answer: "yes",
          inWords: "Yes for this winter, since the board shares the risk. I will say when it is too much.",
        },
      ],
    },
  ],
  turns: [{ turn: "started", by: "tomos", at: "2026-02-09 08:05" }],
  reviews: [
    {
      board: "SPB",
      by: "tomos",
      at: "2025-12-23 10:15",
      question: "Medical patients in the wrong ward score 16. Does the board share that risk for one winter?",
      answers: [
        {
          by: "cordelia",
          at: "2026-01-08 15:40",
          answer: "go on",
          reason: "For one winter, and shared by all. The board looks again with both hospitals' figures.",
          lookAgain: "2026-05-11",
        },
      ],
    },
    {
      board: "SPB",
      by: "tomos",
      at: "2026-04-30 16:30",
      question:
        "Operations rose from 38 to 47 a week, and medical patients in surgical beds from 19 to 26. Marrowdale asks to go on until {2026-07-31}. Quillshire writes that its wards carry the cost, and asks to end it. Go on, change or end?",
      answers: [],
    },
  ],
};
