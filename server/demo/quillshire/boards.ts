import type { BoardRecord } from "../records";
import type { OrganisationKey } from "./organisations";
import type { PersonKey } from "./people/all";

export const boards = [
  {
    key: "SPB",
    name: "System Partnership Board",
    meets: { frequency: "every month", week: "second", weekday: "Thursday", startTime: "14:00", endTime: "16:00" },
    seats: [
      { who: "cordelia", role: "chair" },
      { who: "marcus", role: "member", for: "QCC" }, // vice-chair
      { who: "jocasta", role: "member", for: "QUH" },
      { who: "delphine", role: "member", for: "MDH" },
      { who: "sunniva", role: "member", for: "OCH" },
      { who: "aurelio", role: "member", for: "TMH" },
      { who: "morwenna", role: "member", for: "NLA" },
      { who: "anneli", role: "member", for: "TWP" },
      { who: "desmond", role: "member", for: "MBC" },
      { who: "perpetua", role: "member", for: "LCA" },
      { who: "parveen", role: "member", for: "ICB" },
      { who: "ellis", role: "secretary", for: "ICB" },
    ],
  },
  {
    key: "UCB",
    name: "Urgent Care Delivery Board",
    meets: {
      frequency: "every second week",
      weekday: "Tuesday",
      countedFrom: "2026-05-19",
      startTime: "08:30",
      endTime: "10:00",
    },
    seats: [
      { who: "jocasta", role: "chair", for: "QUH" },
      { who: "ruaridh", role: "member", for: "MDH" },
      { who: "tomos", role: "deputy", for: "MDH" },
      { who: "morwenna", role: "member", for: "NLA" },
      { who: "aurelio", role: "member", for: "TMH" },
      { who: "sunniva", role: "member", for: "OCH" },
      { who: "oonagh", role: "member", for: "TWP" },
      { who: "ellis", role: "secretary", for: "ICB" },
    ],
  },
  {
    key: "MPB",
    name: "Marrowdale Place Board",
    meets: { frequency: "every month", week: "third", weekday: "Wednesday", startTime: "10:00", endTime: "12:00" },
    seats: [
      { who: "parveen", role: "chair", for: "ICB" },
      { who: "desmond", role: "member", for: "MBC" },
      { who: "delphine", role: "member", for: "MDH" },
      { who: "perpetua", role: "member", for: "LCA" },
      { who: "ravi", role: "member", for: "OCH" },
      { who: "wren", role: "observer", for: "ICB" },
    ],
  },
] as const satisfies BoardRecord<PersonKey, OrganisationKey>[];
