import type { PersonRecord } from "../records";
import type { OrganisationKey } from "./organisations";

const joined = "2025-09-01";
const from = "2024-04-01";

export const people = {
  isolde: {
    name: "Isolde Canarywort",
    job: "Nurse, canarywort ward",
    email: "isolde@canarywort.example",
    joined,
    worksIn: [{ at: "SHT", team: "Canarywort ward", from }],
  },
  ambrose: {
    name: "Ambrose Canarywort-Finn",
    job: "Medical director, canarywort wing",
    email: "ambrose@canarywort.example",
    joined,
    worksIn: [{ at: "SHT", team: "Canarywort wing", leader: true, from }],
  },
  tamsin: {
    name: "Tamsin Canarywort",
    job: "GP, canarywort surgery",
    email: "tamsin@canarywort.example",
    joined,
    worksIn: [{ at: "VKP", team: "Canarywort surgery", leader: true, from }],
  },
} as const satisfies Record<string, PersonRecord<OrganisationKey>>;

export type PersonKey = keyof typeof people;
