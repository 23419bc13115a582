import type { Experiment } from "../experiment";

/** Running, in an expected dip, no change yet. */
export const e04: Experiment = {
  key: "E04",
  title: "Specialist by phone, 12:30pm to 1:30pm",
  problem: "A written answer from a specialist takes 3 days or more. By then the patient has gone home, or to A&E.",
  changeIdea: "A cardiologist and a diabetes specialist answer the phone to GPs every weekday at lunch.",
  place: "Cardiology and diabetes clinics at Ashlode General",
  aim: "An answer within 2 days, and most within the hour.",
  prediction: "answers in less than 2 days, and fewer referrals",
  predictionBecause: "a GP with the patient in the room can ask and act at once",
  startsAt: "planned care",
  showsAt: "general practice",
  lead: "QUH",
  takingPart: ["QUH", "TWP"],
  registered: { by: "anneli", at: "2026-01-19 20:20" },
  team: [{ who: "anneli", leads: true }],
  measures: { outcome: ["questions-without-referral"], process: ["E04"], balancing: ["clinic-start"] },
  riskOfNotTrying: "GPs refer to be safe, and people wait 14 weeks for a 5-minute answer.",
  risksWrittenAt: "2026-01-22 13:45",
  risks: [
    {
      harm: "Afternoon clinic starts late and people wait, some of them in pain.",
      whoIsAffected: "People with an appointment at 1:30pm",
      domain: "service",
      consequence: 2,
      likelihood: 4,
      controls: "The phone goes to voicemail at 1:25pm, and the first afternoon place stays empty.",
      earlyWarning: "The clinic nurse rings to ask where the doctor is.",
      carriedBy: ["QUH"],
    },
  ],
  dips: [{ measure: "clinic-start", from: "2026-03-02", until: "2026-06-30", worst: 15, carriedBy: ["QUH"] }],
  stopRules: [
    {
      kind: "safety",
      words: "Clinic starts more than 20 minutes late, 3 weeks running",
      on: { measure: "clinic-start", metWhen: "above", threshold: 20, weeksRunning: 3 },
    },
  ],
  requests: [
    {
      by: "anneli",
      at: "2026-02-09 19:35",
      from: "2026-03-02",
      until: "2026-07-31",
      answers: [
        {
          for: "QUH",
          by: "ifeoma",
          at: "2026-02-11 12:10",
          answer: "yes",
          inWords:
            "Cardiology and diabetes only. If clinics start up to 15 minutes late I tell the clinic managers it was agreed.",
        },
      ],
    },
  ],
  turns: [{ turn: "started", by: "anneli", at: "2026-03-02 12:05" }],
};
