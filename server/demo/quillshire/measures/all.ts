import type { MeasureRecord } from "../../records";
import type { OrganisationKey } from "../organisations";
import type { PersonKey } from "../people/all";
import { careAtHome } from "./care-at-home";
import { frontDoor } from "./front-door";
import { generalPractice } from "./general-practice";
import { homesAndEquipment } from "./homes-and-equipment";
import { plannedAndCrisisCare } from "./planned-and-crisis-care";
import { wards } from "./wards";

/** The system's measures. A key such as E09 or E13b names its series plan. */
export const measures = {
  ...generalPractice,
  ...frontDoor,
  ...wards,
  ...careAtHome,
  ...homesAndEquipment,
  ...plannedAndCrisisCare,
} satisfies Record<string, MeasureRecord<PersonKey, OrganisationKey>>;

export type MeasureKey = keyof typeof measures;
