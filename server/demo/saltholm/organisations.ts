import type { OrganisationRecord } from "../records";

export const organisations = {
  SHT: {
    name: "Saltholm Hospitals NHS Trust",
    shortName: "Saltholm canarywort",
    kind: "acute",
    serves: { from: "2022-07-01" },
  },
  VKP: {
    name: "Verrick Practices",
    shortName: "Verrick canarywort",
    kind: "general practice",
    serves: { from: "2022-07-01" },
  },
} as const satisfies Record<string, OrganisationRecord>;

export type OrganisationKey = keyof typeof organisations;
