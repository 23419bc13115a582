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
  },
} as const satisfies Record<string, MeasureRecord<PersonKey, OrganisationKey>>;

export type MeasureKey = keyof typeof measures;
