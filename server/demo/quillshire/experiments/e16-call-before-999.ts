import type { Experiment } from "../experiment";

/** Running and getting better; 3 other systems follow it. Renewed when Shanice joined the team. */
export const e16: Experiment = {
  key: "E16",
  title: "Call before 999",
  problem: "At night a care home rings 999 because nobody else answers, and the resident wakes up in a corridor.",
  changeIdea: "Homes ring one number first, where a clinician answers within 5 minutes and decides with them.",
  place: "22 care homes of the Lanternway alliance",
  aim: "20 trips to hospital a week or fewer.",
  prediction: "fewer residents to be taken to hospital",
  predictionBecause: "most calls at night need advice and a visit in the morning",
  startsAt: "social care",
  showsAt: "ambulance",
  lead: "OCH",
  takingPart: ["LCA", "OCH", "NLA", "TWP"],
  registered: { by: "callum", at: "2025-11-03 18:40" },
  team: [{ who: "callum", leads: true }, { who: "stellan" }, { who: "shanice", from: "2026-05-05" }],
  measures: {
    outcome: ["E16"],
    process: ["calls-in-5-minutes"],
    balancing: ["deaths-not-where-chosen", "homes-staff-worry"],
  },
  riskOfNotTrying: "Residents die in a corridor who had asked to die in their own room.",
  risksWrittenAt: "2025-11-10 17:15",
  risks: [
    {
      harm: "A 999 call comes too late for someone who needed it at once.",
      whoIsAffected: "Residents of the 22 homes",
      domain: "quality and safety",
      consequence: 5,
      likelihood: 1,
      controls: "A card by every phone says when to ring 999 at once. The line may send an ambulance itself.",
      earlyWarning: "The line sends an ambulance more than 20 minutes after the first call.",
      carriedBy: ["OCH", "NLA", "LCA"],
    },
  ],
  stopRules: [
    { kind: "safety", words: "1 resident seriously harmed by a late 999 call" },
    { kind: "talk", words: "More than 1 in 10 homes feel left alone, 2 weeks running" },
  ],
  requests: [
    {
      by: "callum",
      at: "2025-11-24 16:35",
      from: "2025-12-22",
      until: "2026-05-10",
      answers: [
        {
          for: "OCH",
          by: "sunniva",
          at: "2025-11-26 09:05",
          answer: "yes",
          inWords: "Yes. I pay for the night line until then.",
        },
        {
          for: "NLA",
          by: "morwenna",
          at: "2025-11-28 11:40",
          answer: "yes",
          inWords: "Yes. A crew that is told to wait will not be blamed for waiting.",
        },
        {
          for: "LCA",
          by: "perpetua",
          at: "2025-12-04 15:25",
          answer: "yes",
          inWords: "Yes, for all 22 homes, after our board heard from their managers.",
        },
      ],
    },
    {
      by: "callum",
      at: "2026-05-05 17:55",
      from: "2026-05-11",
      until: "2026-10-31",
      renews: true,
      answers: [
        {
          for: "OCH",
          by: "sunniva",
          at: "2026-05-06 08:50",
          answer: "yes",
          inWords: "Go on. The night line is paid for until {2026-10-31}.",
        },
        { for: "NLA", by: "morwenna", at: "2026-05-07 10:20", answer: "yes", inWords: "Yes, and thank you." },
        {
          for: "LCA",
          by: "perpetua",
          at: "2026-05-08 14:45",
          answer: "yes",
          inWords: "Yes, for all 22 homes.",
        },
      ],
    },
  ],
  turns: [{ turn: "started", by: "callum", at: "2025-12-22 08:30" }],
};
