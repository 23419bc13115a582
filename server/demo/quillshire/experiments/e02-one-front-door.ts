import type { Experiment } from "../experiment";

/** Ended: it did not work, and its conclusion says what to avoid. */
export const e02: Experiment = {
  key: "E02",
  title: "One front door for three practices",
  problem: "Each practice runs its own phone hub. On a bad morning one has a queue of 40 and another has none.",
  changeIdea: "3 practices answer same-day calls in one shared phone hub and share their routine list.",
  place: "Dunnock Lane, Cobblegate and Oldmill",
  aim: "Routine appointments within 10 days.",
  prediction: "the wait for a routine appointment to become shorter",
  predictionBecause: "a shared queue leaves no practice with idle places while another is full",
  startsAt: "general practice",
  showsAt: "general practice",
  lead: "TWP",
  takingPart: ["TWP", "OMS"],
  registered: { by: "farhan", at: "2025-11-17 18:05" },
  team: [
    { who: "farhan", leads: true },
    { who: "wilfred", to: "2026-03-29" },
  ],
  measures: { outcome: ["E02"], process: ["calls-away-from-own-practice"], balancing: ["same-clinician-twice"] },
  riskOfNotTrying: "People go on waiting 11 days, and the practice with the longest queue goes on losing staff.",
  risksWrittenAt: "2025-11-20 13:10",
  risks: [
    {
      harm: "People who are frail meet somebody new each time and have to tell their story again.",
      whoIsAffected: "People with several long-term conditions, and their carers",
      domain: "quality and safety",
      consequence: 3,
      likelihood: 4,
      controls: "A mark in the record for 180 people who should always reach their own practice.",
      earlyWarning: "Carers ring to ask who is looking after their relative.",
      carriedBy: ["TWP"],
    },
  ],
  dips: [{ measure: "E02", from: "2025-12-29", until: "2026-03-29", worst: 12, carriedBy: ["TWP"] }],
  stopRules: [
    {
      kind: "safety",
      words: "The routine wait 2 days longer than before, 4 weeks running",
      on: { measure: "E02", metWhen: "at or above", threshold: 13, weeksRunning: 4 },
    },
  ],
  requests: [
    {
      by: "farhan",
      at: "2025-12-08 17:30",
      from: "2025-12-29",
      until: "2026-03-29",
      answers: [
        {
          for: "TWP",
          by: "oonagh",
          at: "2025-12-10 19:25",
          answer: "yes",
          inWords: "Yes. If it does not help we say so and stop. Nobody is to blame for having tried.",
        },
      ],
      letEnd: { by: "farhan", at: "2026-03-23 12:35", reason: "We have seen what we wanted to see." },
    },
  ],
  turns: [
    { turn: "started", by: "farhan", at: "2025-12-29 08:00" },
    {
      turn: "paused",
      by: "farhan",
      at: "2026-02-16 08:50",
      pauseReason: "a stop rule was met",
      reason: "13 days or more for the fourth week. The shared list is closed; the shared phone queue stays open.",
    },
  ],
  conclusion: {
    outcome: "abandon",
    by: "farhan",
    at: "2026-03-30 12:40",
    whatHappened:
      "The routine wait rose from 11 to 13 days. Requests that used to wait with one practice now found a place at once.",
    learned:
      "Pooling drew in requests that used to wait, and frail patients fell between practices. Keep the shared phone queue, never share the long-term list.",
    tradeOffs: "Same-day callers were answered sooner. People with long-term conditions saw their own clinician less.",
    unpleasantSurprises: "2 frail patients were rung by nobody for a week.",
    pleasantSurprises: "Reception staff of 3 practices now know each other by name.",
    tellNextTeam:
      "Share the phone hub in the morning and send each routine request home to its own practice. 2 other networks have taken this as what not to do.",
    changeStops: true,
    measuringStops: true,
  },
};
