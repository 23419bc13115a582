import type { Experiment } from "../experiment";

/** Ended: it did not work, but found the real cause. */
export const e12: Experiment = {
  key: "E12",
  title: "No new tests for people ready to leave",
  problem: "People who are ready to leave are given one more blood test, and stay for the result.",
  changeIdea: "From the day someone is ready to leave, only a consultant may order a new test.",
  place: "2 medical wards, Ashlode General",
  aim: "3 days from ready to home.",
  prediction: "people to leave a day sooner",
  predictionBecause: "each test adds a night while we wait for its result",
  startsAt: "ward",
  showsAt: "discharge",
  lead: "QUH",
  takingPart: ["QUH"],
  registered: { by: "dayo", at: "2025-10-20 22:40" },
  team: [
    { who: "dayo", leads: true },
    { who: "piers", to: "2026-03-01" },
  ],
  measures: { outcome: ["E12"], process: ["tests-after-ready"], balancing: ["missed-findings"] },
  riskOfNotTrying: "People stay for tests that change nothing, and catch infections while they wait.",
  risksWrittenAt: "2025-10-23 23:05",
  risks: [
    {
      harm: "An illness is missed because a test was not done.",
      whoIsAffected: "People who are ready to leave and become unwell",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 2,
      controls: "Any nurse who is worried may ask a consultant, day and night.",
      earlyWarning: "Someone comes back with what the test would have shown.",
      carriedBy: ["QUH"],
    },
  ],
  stopRules: [{ kind: "safety", words: "1 finding missed that a test before leaving would have shown" }],
  requests: [
    {
      by: "dayo",
      at: "2025-11-03 21:55",
      from: "2025-11-17",
      until: "2026-02-22",
      answers: [
        {
          for: "QUH",
          by: "jocasta",
          at: "2025-11-05 08:25",
          answer: "yes",
          inWords: "Yes, on 2 wards. If it does not help we have learned it cheaply.",
        },
      ],
    },
  ],
  turns: [{ turn: "started", by: "dayo", at: "2025-11-17 20:15" }],
  conclusion: {
    outcome: "abandon",
    by: "dayo",
    at: "2026-02-24 22:10",
    whatHappened: "Tests after the ready date fell by half. The days did not move. Nothing was missed.",
    learned: "Tests were not the bottleneck, transport booking was.",
    tellNextTeam:
      "Follow 10 people hour by hour before you choose what to change. We were about to do this on 6 wards; now we look at transport.",
    changeStops: true,
    measuringStops: true,
  },
};
