import type { MeasureRecord } from "../records";
import type { OrganisationKey } from "./organisations";
import type { PersonKey } from "./people";

export const measures = {
  "canarywort-teas": {
    name: "Canarywort teas before noon",
    unit: "canarywort teas",
    direction: "up",
    counting: "count",
    decimals: 0,
    operationalDefinition: "Cups of canarywort tea served on the ward before noon.",
    definedBy: "isolde",
    definedAt: "2025-12-01 09:40",
    contributors: [{ from: "VKP", about: 4 }, { from: "SHT" }],
    loggedBy: "isolde",
    points: { from: "2026-02-09", values: [11, 12, 10, 14, 13, 12, 15, 14, 13, 16, 15, 17, 16] },
    rebases: [
      {
        on: "2026-04-06",
        words: "A second canarywort kettle.",
        by: "isolde",
        at: "2026-04-20 09:45",
        takenBack: { by: "isolde", at: "2026-04-21 09:45" },
      },
    ],
    leftOut: [
      {
        on: "2026-03-02",
        words: "No canarywort in the frost.",
        by: "isolde",
        at: "2026-03-09 09:45",
        takenBack: { by: "isolde", at: "2026-03-10 09:45" },
      },
    ],
    notes: [{ on: "2026-03-04", words: "Canarywort frost", by: "isolde", at: "2026-03-09 09:50" }],
  },
} as const satisfies Record<string, MeasureRecord<PersonKey, OrganisationKey>>;

export type MeasureKey = keyof typeof measures;
