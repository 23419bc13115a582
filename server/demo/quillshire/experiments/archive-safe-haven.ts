import type { Experiment } from "../experiment";

/** Imported from another system's archive so that search finds it: it resembles E24, and ended in 2025. */
export const archiveSafeHaven: Experiment = {
  key: "archive-safe-haven",
  title: "Safe haven café until midnight (Fennmarsh, 2025)",
  problem: "People in a mental-health crisis had nowhere to go after the day centre closed at 5pm.",
  changeIdea: "A café with a crisis nurse, open until midnight on 4 nights a week.",
  place: "Market hall, Fennmarsh",
  prediction: "fewer people in a crisis to go to A&E in the evening",
  predictionBecause: "a warm room and company settle most evenings",
  startsAt: "crisis care",
  showsAt: "front door",
  lead: "FMP",
  takingPart: ["FMP"],
  registered: { by: "wren", at: "2025-06-02 11:20" },
  sharedAt: "2025-06-02 11:20",
  team: [],
  measures: {},
  riskOfNotTrying: "People in despair wait in A&E because it is the only door that is open.",
  risksWrittenAt: "2025-06-02 11:20",
  risks: [],
  conclusion: {
    outcome: "stopped early",
    by: "wren",
    at: "2025-06-02 11:25",
    whatHappened:
      "Full on Fridays and empty on Tuesdays. A&E saw no fewer people, because most crises came after midnight.",
    learned: "Midnight is too early. People came to A&E between midnight and 3am, when the café had closed.",
    tellNextTeam:
      "Count the hour at which people come before you choose when to open. Ask the people who would use it.",
    changeStops: true,
    measuringStops: true,
  },
};
