import type { PersonRecord } from "../../records";
import type { OrganisationKey } from "../organisations";
import { from, joined } from "./since";

/** Board staff, the analyst and the administrator. */
export const around = {
  // Independent: has a seat on the board but no organisation
  cordelia: {
    name: "Cordelia Ashgrove-Nwosu",
    job: "Independent chair",
    email: "cordelia.ashgrove-nwosu@qmicb.example",
    joined,
    worksIn: [],
  },
  ellis: {
    name: "Ellis Quantrell",
    job: "Governance manager",
    email: "ellis.quantrell@qmicb.example",
    joined,
    worksIn: [{ at: "ICB", team: "Governance", from }],
  },
  wren: {
    name: "Wren Halloway-Singh",
    job: "Improvement analyst",
    email: "wren.halloway-singh@qmicb.example",
    joined,
    worksIn: [{ at: "ICB", team: "System improvement", from }],
  },
  // Looks after the installation and sees no experiment
  theodora: {
    name: "Theodora Blackmoss",
    job: "Digital services",
    email: "theodora.blackmoss@qmicb.example",
    joined,
    worksIn: [],
  },
} as const satisfies Record<string, PersonRecord<OrganisationKey>>;
