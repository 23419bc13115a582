import { around } from "./around";
import { edges } from "./edges";
import { frontline } from "./frontline";
import { leaders } from "./leaders";

/** Everyone in the system; a key is a first name. */
export const people = { ...frontline, ...leaders, ...around, ...edges };

export type PersonKey = keyof typeof people;
