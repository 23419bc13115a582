import type { SeriesPlan } from "../series";
import { careAtHome } from "./care-at-home";
import { frontDoor } from "./front-door";
import { generalPractice } from "./general-practice";
import { homesAndEquipment } from "./homes-and-equipment";
import { plannedAndCrisisCare } from "./planned-and-crisis-care";
import { wards } from "./wards";

/** The generated series, in files named like those of their measures (quillshire/measures). */
export const seriesPlans: readonly SeriesPlan[] = [
  ...generalPractice,
  ...frontDoor,
  ...wards,
  ...careAtHome,
  ...homesAndEquipment,
  ...plannedAndCrisisCare,
];
