import type { Experiment } from "../experiment";

/** Running and getting better; the permission ends in 20 days, so it is time to renew. */
export const e09: Experiment = {
  key: "E09",
  title: "Home first by lunchtime",
  problem: "People ready to go home wait until evening for papers and a lift, while others wait in A&E for their bed.",
  changeIdea: "2 people are named the evening before, their medicines are ready by 9am and they leave before lunch.",
  place: "Ward 7B Larkspur, Ashlode General",
  aim: "1 in 3 beds free before 1pm.",
  prediction: "fewer people to wait overnight in A&E for a bed",
  predictionBecause: "a bed free at 1pm is filled the same day, a bed free at 6pm the next",
  startsAt: "ward",
  showsAt: "front door",
  lead: "QUH",
  takingPart: ["QUH", "QCC"],
  registered: { by: "imogen", at: "2026-01-13 06:52" },
  team: [{ who: "imogen", leads: true }],
  measures: {
    outcome: ["overnight-waits-for-a-bed"],
    process: ["E09"],
    balancing: ["complaints-about-leaving", "back-in-48-hours"],
  },
  riskOfNotTrying: "People spend a night on a trolley while a bed upstairs waits for a signature.",
  risksWrittenAt: "2026-01-15 06:55",
  risks: [
    {
      harm: "Someone leaves in a rush, without the right medicines or without knowing whom to ring.",
      whoIsAffected: "People who go home from Ward 7B, and their families",
      domain: "quality and safety",
      consequence: 3,
      likelihood: 3,
      controls: "The talk about going home is the evening before, and a nurse rings the next day.",
      earlyWarning: "A family rings the ward with a question we should have answered.",
      carriedBy: ["QUH"],
    },
  ],
  stopRules: [
    { kind: "safety", words: "1 person harmed because they left without medicine or care" },
    { kind: "talk", words: "2 complaints about leaving in one week" },
  ],
  requests: [
    {
      by: "imogen",
      at: "2026-01-27 06:58",
      from: "2026-02-09",
      until: "2026-07-31",
      answers: [
        {
          for: "QUH",
          by: "jocasta",
          at: "2026-01-29 17:35",
          answer: "yes with conditions",
          inWords: "One ward, and until {2026-05-31}. Then show me and we talk about more.",
          until: "2026-05-31",
        },
      ],
    },
  ],
  turns: [{ turn: "started", by: "imogen", at: "2026-02-09 06:50" }],
  cycles: [
    {
      by: "imogen",
      at: "2026-02-09 06:55",
      plan: "2 people a day, named at the evening round, in bays A and B only.",
      expect: "1 of the 2 leaves before 1pm.",
      from: "2026-02-09",
      until: "2026-03-01",
      done: "Named 40 people in 3 weeks. On 4 days nobody was ready.",
      seen: {
        words: "23 of 40 left before 1pm, a little more than we expected. Most others waited for a lift home.",
        act: "adapt",
        at: "2026-03-02 07:05",
      },
    },
    {
      by: "imogen",
      at: "2026-03-02 07:10",
      plan: "The whole ward, and the lift home is booked when the person is named.",
      expect: "1 in 3 beds is free before 1pm.",
      from: "2026-03-02",
      done: "The ward clerk books the lift at 7pm.",
    },
  ],
};
