import type { Experiment } from "../experiment";

/** An idea, shared with everyone for comments. */
export const e24: Experiment = {
  key: "E24",
  title: "Safe place open until 2am",
  problem:
    "After 10pm there is no calm place for someone in a mental-health crisis. They go to A&E, and wait there until morning.",
  changeIdea:
    "Open 2 rooms in the hospice building until 2am, with a crisis nurse and someone who has been through it.",
  place: "Hospice building of the Lanternway alliance",
  startsAt: "crisis care",
  showsAt: "front door",
  lead: "TMH",
  takingPart: ["TMH", "LCA"],
  registered: { by: "noor", at: "2026-05-05 22:25" },
  sharedAt: "2026-05-06 08:15",
  team: [{ who: "noor", leads: true }],
  measures: {},
  risks: [],
};
