import type { Experiment } from "../experiment";

/** Running without improvement: a candidate for stopping early. */
export const e05: Experiment = {
  key: "E05",
  title: "GP at the front door",
  problem: "People who need care at home and not a hospital wait 5 hours in A&E to hear it.",
  changeIdea: "A GP at the front door may book home support the same day, with a social worker on the phone.",
  place: "Front door of the emergency department, Ashlode General",
  aim: "3 in 10 people who walk in go home within 2 hours.",
  prediction: "more people to go home within 2 hours, and fewer crowded hours in A&E",
  predictionBecause: "a GP with power to book home support can say yes at once",
  startsAt: "front door",
  showsAt: "home",
  lead: "QUH",
  takingPart: ["QUH", "TWP", "QCC"],
  registered: { by: "pritam", at: "2026-01-26 15:05" },
  team: [{ who: "pritam", leads: true }],
  measures: { outcome: ["crowded-hours"], process: ["E05"], balancing: ["back-in-ae-7-days"] },
  riskOfNotTrying: "Frail people spend a night on a trolley for want of a visit the next morning.",
  risksWrittenAt: "2026-01-29 16:30",
  risks: [
    {
      harm: "Someone is sent home who needed the hospital.",
      whoIsAffected: "People who come with something that looks small and is not",
      domain: "quality and safety",
      consequence: 4,
      likelihood: 2,
      controls: "The first nurse's score decides who may see the GP, and a consultant is 20 metres away.",
      earlyWarning: "People come back within 7 days.",
      carriedBy: ["QUH", "QCC"],
    },
  ],
  stopRules: [
    {
      kind: "safety",
      words: "More than 8% come back to A&E within 7 days",
      on: { measure: "back-in-ae-7-days", metWhen: "above", threshold: 8, weeksRunning: 1 },
    },
  ],
  requests: [
    {
      by: "pritam",
      at: "2026-02-12 14:15",
      from: "2026-03-02",
      until: "2026-08-31",
      answers: [
        {
          for: "QUH",
          by: "jocasta",
          at: "2026-02-13 08:05",
          answer: "yes",
          inWords: "Yes. No dip is agreed, so ring me early if you see one coming.",
        },
        {
          for: "QCC",
          by: "marcus",
          at: "2026-02-17 16:45",
          answer: "yes with conditions",
          inWords: "Yes, up to 10 packages of home support a week. Above that we talk before we book.",
        },
      ],
    },
  ],
  turns: [{ turn: "started", by: "pritam", at: "2026-03-02 09:30" }],
};
