import type { StandingRecord } from "../records";
import type { OrganisationKey } from "./organisations";
import type { PersonKey } from "./people/all";

const everything = (score: number) => ({
  "quality and safety": score,
  people: score,
  finance: score,
  regulation: score,
  reputation: score,
  service: score,
});

/** Standing permissions: one for the whole system, and what leaders allow beyond it. */
export const standing: StandingRecord<PersonKey, OrganisationKey>[] = [
  {
    key: "floor",
    by: "cordelia",
    at: "2025-09-11 15:50",
    confirmed: { by: "marcus", at: "2025-09-12 09:10" },
    highestScores: everything(6),
    longestWeeks: 12,
    note: "Small, short and easily undone: start, and tell us what you learned.",
    from: "2025-09-15",
  },
  {
    key: "OCH-first",
    for: "OCH",
    by: "sunniva",
    at: "2025-09-22 08:40",
    highestScores: everything(4),
    longestWeeks: 6,
    note: "To see how it goes.",
    from: "2025-09-22",
    takenBack: {
      by: "sunniva",
      at: "2026-01-12 08:30",
      reason: "It went well. A wider one follows, so that this one only confuses.",
    },
  },
  {
    key: "OCH",
    for: "OCH",
    by: "sunniva",
    at: "2026-01-12 08:45",
    highestScores: { ...everything(6), people: 9, service: 9 },
    longestWeeks: 16,
    note: "If it can be undone by Monday, do not wait for me.",
    from: "2026-01-12",
  },
  {
    key: "QUH",
    for: "QUH",
    by: "jocasta",
    at: "2026-02-02 17:20",
    highestScores: { people: 8, service: 8, finance: 8 },
    longestWeeks: 12,
    note: "Nothing above the floor where a patient could be harmed: ask us, we answer within days.",
    from: "2026-02-02",
    until: "2026-12-31",
  },
  {
    key: "MBC",
    for: "MBC",
    by: "desmond",
    at: "2026-03-09 11:15",
    highestScores: { ...everything(6), finance: 9 },
    longestWeeks: 12,
    note: "A little overspend that shows the next step is money well spent.",
    from: "2026-03-09",
  },
];
