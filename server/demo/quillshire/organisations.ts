import type { OrganisationRecord } from "../records";

const sinceTheStart = { from: "2022-07-01" } as const;

/** The organisations of Quillshire and Marrowdale, which has 742,000 people. */
export const organisations = {
  ICB: {
    name: "Quillshire and Marrowdale Integrated Care Board",
    shortName: "ICB",
    kind: "integrated care board",
    serves: sinceTheStart,
  },
  // Ashlode General (1,020 beds) and St Orrin's
  QUH: {
    name: "Quillshire University Hospitals NHS Trust",
    shortName: "QUH",
    kind: "acute",
    serves: sinceTheStart,
  },
  // 410 beds
  MDH: {
    name: "Marrowdale District Hospital NHS Trust",
    shortName: "MDH",
    kind: "acute",
    serves: sinceTheStart,
  },
  OCH: {
    name: "Ostlebeck Community Health NHS Trust",
    shortName: "OCH",
    kind: "community",
    serves: sinceTheStart,
  },
  TMH: {
    name: "Tallowmere Mental Health NHS Trust",
    shortName: "TMH",
    kind: "mental health",
    serves: sinceTheStart,
  },
  NLA: {
    name: "North Larch Ambulance Service NHS Trust",
    shortName: "NLA",
    kind: "ambulance",
    serves: sinceTheStart,
  },
  // 7 GP practices
  TWP: {
    name: "Three Weirs Primary Care Network",
    shortName: "TWP",
    kind: "general practice",
    serves: sinceTheStart,
  },
  QCC: { name: "Quillshire County Council", shortName: "QCC", kind: "council", serves: sinceTheStart },
  MBC: { name: "Marrowdale Borough Council", shortName: "MBC", kind: "council", serves: sinceTheStart },
  // 22 care homes and one hospice
  LCA: { name: "Lanternway Care Alliance", shortName: "LCA", kind: "care provider", serves: sinceTheStart },

  // No experiment yet, and one person
  BVA: { name: "Bellmoor Voluntary Action", shortName: "BVA", kind: "charity", serves: { from: "2026-01-05" } },
  // Closed; its experiments stay readable
  OMS: {
    name: "Oldmill Surgery",
    shortName: "Oldmill",
    kind: "general practice",
    serves: { from: "2022-07-01", to: "2026-03-31" },
  },
  // A trust of another system, known only from the archived experiment that resembles E24
  FMP: {
    name: "Fennmarsh Partnership NHS Trust",
    shortName: "Fennmarsh",
    kind: "mental health",
    serves: "elsewhere",
  },
} as const satisfies Record<string, OrganisationRecord>;

export type OrganisationKey = keyof typeof organisations;
