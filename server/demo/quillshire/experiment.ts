import type { ExperimentRecord } from "../experiment-record";
import type { MeasureKey } from "./measures/all";
import type { OrganisationKey } from "./organisations";
import type { PersonKey } from "./people/all";

/** An experiment of this system: whoever and whatever it names is in people.ts, organisations.ts and measures/. */
export type Experiment = ExperimentRecord<PersonKey, OrganisationKey, MeasureKey>;
