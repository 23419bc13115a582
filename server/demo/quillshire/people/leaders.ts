import type { PersonRecord } from "../../records";
import type { OrganisationKey } from "../organisations";
import { from, joined } from "./since";

/** The people who give or refuse permission for an organisation. */
export const leaders = {
  ifeoma: {
    name: "Ifeoma Strandley",
    job: "Medical director",
    email: "ifeoma.strandley@quh.example",
    joined,
    worksIn: [{ at: "QUH", team: "Executive team", leader: true, from }],
  },
  jocasta: {
    name: "Jocasta Merrivane",
    job: "Chief operating officer",
    email: "jocasta.merrivane@quh.example",
    joined,
    worksIn: [{ at: "QUH", team: "Executive team", leader: true, from }],
  },
  ruaridh: {
    name: "Ruaridh Corvendale",
    job: "Chief nurse",
    email: "ruaridh.corvendale@mdh.example",
    joined,
    worksIn: [{ at: "MDH", team: "Executive team", leader: true, from }],
  },
  delphine: {
    name: "Delphine Arkwhistle",
    job: "Chief operating officer",
    email: "delphine.arkwhistle@mdh.example",
    joined,
    worksIn: [{ at: "MDH", team: "Executive team", leader: true, from }],
  },
  sunniva: {
    name: "Sunniva Dalgarth",
    job: "Chief executive",
    formerly: { name: "Sunniva Fellgate", job: "Director of community services", until: "2026-01-05 09:00" },
    email: "sunniva.dalgarth@ostlebeck.example",
    joined,
    worksIn: [{ at: "OCH", team: "Executive team", leader: true, from }],
  },
  aurelio: {
    name: "Aurelio Stannick-Bay",
    job: "Director of crisis care",
    email: "aurelio.stannick-bay@tallowmere.example",
    joined,
    worksIn: [{ at: "TMH", team: "Executive team", leader: true, from }],
  },
  morwenna: {
    name: "Morwenna Castleigh",
    job: "Director of operations",
    email: "morwenna.castleigh@northlarch.example",
    joined,
    worksIn: [{ at: "NLA", team: "Executive team", leader: true, from }],
  },
  oonagh: {
    name: "Oonagh Petherwick",
    job: "Clinical director, for the 7 partners",
    email: "oonagh.petherwick@threeweirs.example",
    joined,
    worksIn: [{ at: "TWP", team: "Network partners", leader: true, from }],
  },
  marcus: {
    name: "Marcus Okell-Brandt",
    job: "Director of adult social services",
    email: "marcus.okell-brandt@quillshire-council.example",
    joined,
    worksIn: [{ at: "QCC", team: "Adult social care", leader: true, from }],
  },
  desmond: {
    name: "Desmond Ferrywright",
    job: "Director of adult social services",
    email: "desmond.ferrywright@marrowdale-council.example",
    joined,
    worksIn: [{ at: "MBC", team: "Adult social care", leader: true, from }],
  },
  perpetua: {
    name: "Perpetua Lindqvar",
    job: "Chief executive, for the alliance's board",
    email: "perpetua.lindqvar@lanternway.example",
    joined,
    worksIn: [{ at: "LCA", team: "Alliance office", leader: true, from }],
  },
  // Chairs a board and gives permission
  parveen: {
    name: "Parveen Lodgerow",
    job: "Place director",
    email: "parveen.lodgerow@qmicb.example",
    joined,
    worksIn: [{ at: "ICB", team: "System improvement", leader: true, from }],
  },
} as const satisfies Record<string, PersonRecord<OrganisationKey>>;
