import type { PersonRecord } from "../../records";
import type { OrganisationKey } from "../organisations";
import { from, joined } from "./since";

/** The people who run experiments: on wards, in practices, in people's homes. */
export const frontline = {
  imogen: {
    name: "Imogen Tarrowby",
    job: "Ward sister",
    email: "imogen.tarrowby@quh.example",
    joined,
    worksIn: [{ at: "QUH", team: "Ward 7B Larkspur", from }],
  },
  dayo: {
    name: "Dayo Okonjo-Vance",
    job: "Discharge coordinator",
    email: "dayo.okonjo-vance@quh.example",
    joined,
    worksIn: [{ at: "QUH", team: "Discharge hub", from }],
  },
  pritam: {
    name: "Pritam Sehlawat",
    job: "Emergency consultant",
    email: "pritam.sehlawat@quh.example",
    joined,
    worksIn: [{ at: "QUH", team: "Emergency department", from }],
  },
  maeve: {
    name: "Maeve Culshandy",
    job: "Advanced practitioner",
    email: "maeve.culshandy@mdh.example",
    joined,
    worksIn: [{ at: "MDH", team: "SDEC", from }],
  },
  tomos: {
    name: "Tomos Breckinholt",
    job: "Site manager",
    email: "tomos.breckinholt@mdh.example",
    joined,
    worksIn: [{ at: "MDH", team: "Site team", from }],
  },
  // Works in a practice and a hospital clinic, and sits on a board
  anneli: {
    name: "Anneli Vosskamp",
    job: "GP partner",
    email: "anneli.vosskamp@threeweirs.example",
    joined,
    worksIn: [
      { at: "TWP", team: "Cobblegate Medical Centre", from },
      { at: "QUH", team: "Cardiology", from: "2024-09-02" },
    ],
  },
  farhan: {
    name: "Farhan Mirzadell",
    job: "Practice manager",
    email: "farhan.mirzadell@threeweirs.example",
    joined,
    worksIn: [{ at: "TWP", team: "Dunnock Lane Surgery", from }],
  },
  // New: invited last week
  shanice: {
    name: "Shanice Abelworth",
    job: "Care coordinator",
    email: "shanice.abelworth@threeweirs.example",
    joined: "2026-05-04",
    worksIn: [{ at: "TWP", team: "Network care coordinators", from: "2026-05-04" }],
  },
  callum: {
    name: "Callum Inverdrey",
    job: "Community matron",
    email: "callum.inverdrey@ostlebeck.example",
    joined,
    worksIn: [{ at: "OCH", team: "Urgent community response", from }],
  },
  bronagh: {
    name: "Bronagh Teasdyke",
    job: "Virtual ward nurse",
    email: "bronagh.teasdyke@ostlebeck.example",
    joined,
    worksIn: [{ at: "OCH", team: "Virtual ward", from }],
  },
  // A joint post in two organisations
  ravi: {
    name: "Ravi Chandrolekar",
    job: "Equipment store manager",
    email: "ravi.chandrolekar@ostlebeck.example",
    joined,
    worksIn: [
      { at: "OCH", team: "Equipment store", from },
      { at: "MBC", team: "Occupational therapy", from },
    ],
  },
  // Her secondment ends soon
  lucia: {
    name: "Lucía Ferranzo-Pike",
    job: "Occupational therapist",
    email: "lucia.ferranzo-pike@ostlebeck.example",
    joined,
    worksIn: [
      { at: "OCH", team: "Therapy", from },
      { at: "MBC", team: "Reablement", from: "2025-06-02", to: "2026-05-31" },
    ],
  },
  kwabena: {
    name: "Kwabena Ansteyford",
    job: "Social work manager",
    email: "kwabena.ansteyford@quillshire-council.example",
    joined,
    worksIn: [{ at: "QCC", team: "Hospital social work", from }],
  },
  hester: {
    name: "Hester Plumridge-Oyelaran",
    job: "Brokerage lead",
    email: "hester.plumridge-oyelaran@marrowdale-council.example",
    joined,
    worksIn: [{ at: "MBC", team: "Brokerage", from }],
  },
  gwil: {
    name: "Gwil Trebannoch",
    job: "Paramedic",
    email: "gwil.trebannoch@northlarch.example",
    joined,
    worksIn: [{ at: "NLA", team: "Marrowdale station", from }],
  },
  noor: {
    name: "Noor Albaqsha",
    job: "Crisis team lead",
    email: "noor.albaqsha@tallowmere.example",
    joined,
    worksIn: [{ at: "TMH", team: "Crisis team", from }],
  },
  stellan: {
    name: "Stellan Whitcombe-Rae",
    job: "Care home manager",
    email: "stellan@lanternway.example",
    joined,
    worksIn: [{ at: "LCA", team: "Homes network", leaderProposed: "2026-05-08 09:40", from }],
  },
} as const satisfies Record<string, PersonRecord<OrganisationKey>>;
