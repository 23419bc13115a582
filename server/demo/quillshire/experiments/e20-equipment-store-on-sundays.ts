import type { Experiment } from "../experiment";

/** A draft that only Ravi sees: a risk half written, no measures chosen. */
export const e20: Experiment = {
  key: "E20",
  title: "Equipment store open on Sundays",
  problem: "A bed ordered on Friday afternoon comes on Tuesday, so people stay in hospital over the weekend.",
  changeIdea: 'The store opens on Sunday and delivers the evening before. The ward may say "not yet".',
  place: "Equipment store, Ostlebeck and Marrowdale",
  aim: "",
  prediction: "fewer people to stay in hospital on Monday for want of equipment",
  predictionBecause: "what is there the evening before cannot come late",
  startsAt: "community",
  showsAt: "discharge",
  lead: "OCH",
  takingPart: ["OCH", "MBC"],
  adaptedFrom: "E19",
  registered: { by: "ravi", at: "2026-04-28 12:45" },
  team: [{ who: "ravi", leads: true }],
  measures: {},
  risksWrittenAt: "2026-05-07 13:15",
  risks: [
    {
      harm: "A bed stands in someone's living room for days before they come home.",
      whoIsAffected: "Families who make room for a bed",
      domain: "service",
      consequence: 2,
      likelihood: 3,
      controls: 'The ward says "not yet" until 4pm on Sunday.',
      earlyWarning: "A family rings to ask when their relative is coming.",
      carriedBy: ["OCH"],
    },
  ],
  riskDraft: {
    by: "ravi",
    at: "2026-05-07 13:24",
    harm: "A driver carries a bed up the stairs alone.",
    whoIsAffected: "Drivers who work on a Sunday",
    domain: "people",
  },
};
