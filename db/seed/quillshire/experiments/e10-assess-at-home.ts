import type { Experiment } from "../experiment";

/** Adapted: it worked in two steps, and the second came from what the first had taught. */
export const e10: Experiment = {
  key: "E10",
  title: "Assess at home, not on the ward",
  problem: "People wait 5 days on a ward to be assessed for a home nobody there has seen.",
  changeIdea: "People go home the day they are ready, and are assessed in their own kitchen.",
  place: "Wards of Ashlode General, homes in Quillshire and Marrowdale",
  aim: "3 days from ready to home, for people who need support.",
  expect: "fewer stays of 21 days or more",
  because: "people manage more at home than a ward can see",
  startsAt: "discharge",
  showsAt: "social care",
  lead: "QCC",
  takingPart: ["QUH", "OCH", "QCC", "MBC"],
  registered: { by: "kwabena", at: "2025-09-22 11:25" },
  team: [{ who: "kwabena", leads: true }, { who: "dayo" }, { who: "lucia" }, { who: "hester" }],
  measures: { outcome: ["long-stays"], process: ["E10"], balancing: ["home-care-above-plan", "carer-strain"] },
  riskOfNotTrying: "People lose a tenth of their strength in a week in bed, waiting to be told they may go.",
  writtenDown: "2025-09-26 15:40",
  risks: [
    {
      harm: "Someone is at home on the first day without the care they need.",
      who: "People living alone who leave with support",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 2,
      reducedBy: "Nobody leaves before a named person has said they will be there within 2 hours.",
      firstSign: "A neighbour or the person rings the hub.",
      carriedBy: ["QCC"],
    },
    {
      harm: "Home care costs the council more, and others wait longer for theirs.",
      who: "People already waiting for home care in Marrowdale",
      domain: "finance",
      consequence: 3,
      likelihood: 4,
      reducedBy: "A cost rule that shares what is above plan between the hospital and the councils.",
      firstSign: "Spending above plan 2 weeks running.",
      carriedBy: ["MBC"],
    },
  ],
  stopRules: [
    { kind: "safety", words: "1 person without care on the first day who comes to harm" },
    { kind: "talk", words: "Home care above plan by 20 thousand pounds in a month" },
  ],
  requests: [
    {
      by: "kwabena",
      at: "2025-10-13 10:15",
      from: "2025-11-03",
      until: "2026-04-30",
      answers: [
        {
          for: "MBC",
          by: "desmond",
          at: "2025-10-15 09:30",
          answer: "question",
          inWords: "Who pays when home care goes above plan because people leave sooner?",
        },
        {
          for: "QCC",
          by: "marcus",
          at: "2025-10-16 14:05",
          answer: "yes",
          inWords: "Yes. If scrutiny asks why spending rose, I answer.",
        },
        {
          for: "MBC",
          by: "desmond",
          at: "2025-10-28 16:20",
          answer: "yes",
          inWords: "Yes, now that the hospital shares what goes above plan. That was our ask and it was met.",
        },
      ],
    },
  ],
  turns: [{ turn: "started", by: "kwabena", at: "2025-11-03 09:00" }],
  conclusion: {
    outcome: "adapt",
    by: "kwabena",
    at: "2026-04-16 15:30",
    whatHappened:
      "From 5.4 days to 4.8 after the start, then to 3.4 after therapists joined. Spending stayed within the shared rule.",
    learned: "It works only with a therapist who sees people at home the same day. The second step came from that.",
    tellNextTeam:
      "Begin with the therapist's diary, not with the ward. Settle the shared cost rule before the first person leaves.",
    changeStops: false,
    measuringStops: false,
  },
};
