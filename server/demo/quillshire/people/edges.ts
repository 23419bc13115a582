import type { PersonRecord } from "../../records";
import type { OrganisationKey } from "../organisations";
import { from, joined } from "./since";

/** Edge cases: left, suspended, unusual name, second account, never signed in, moved. */
export const edges = {
  piers: {
    name: "Piers Lowndale",
    job: "Discharge nurse",
    email: "piers.lowndale@quh.example",
    joined,
    worksIn: [{ at: "QUH", team: "Discharge hub", from, to: "2026-03-01" }],
  },
  jo: {
    name: "Jo D'Arcy-O'Shea",
    job: "Physiotherapist",
    email: "jo.darcy-oshea@ostlebeck.example",
    joined,
    suspended: "2026-04-20 09:15",
    worksIn: [{ at: "OCH", team: "Therapy", from }],
  },
  zoe: {
    name: "Zoë 🌻 Ng",
    job: "Volunteer coordinator",
    email: "zoe.ng@bellmoor.example",
    joined: "2026-01-12",
    worksIn: [{ at: "BVA", team: "Befriending", from: "2026-01-12" }],
  },
  ellisAgain: {
    name: "Ellis Quantrell",
    job: "Governance manager (second account)",
    email: "ellis@quantrell.example",
    joined: "2025-11-03",
    samePersonAs: "ellis",
    worksIn: [{ at: "ICB", team: "Governance", from: "2025-11-03" }],
  },
  mabli: {
    name: "Mabli Threlkeld",
    job: "Ward clerk",
    email: "mabli.threlkeld@quh.example",
    joined: "2026-05-07",
    neverSignedIn: true,
    worksIn: [{ at: "QUH", team: "Ward 7B Larkspur", from: "2026-05-07" }],
  },
  // Worked in the surgery that closed
  wilfred: {
    name: "Wilfred Ashcombe-Tull",
    job: "Practice nurse",
    email: "wilfred.ashcombe-tull@threeweirs.example",
    joined,
    worksIn: [
      { at: "OMS", team: "Nursing", from, to: "2026-03-31" },
      { at: "TWP", team: "Cobblegate Medical Centre", from: "2026-04-01" },
    ],
  },
} as const satisfies Record<string, PersonRecord<OrganisationKey>>;
