import type { ExperimentRecord } from "../experiment-record";
import type { MeasureKey } from "./measures/all";
import type { OrganisationKey } from "./organisations";
import type { PersonKey } from "./people/all";

/** An experiment that can name only people, organisations and measures of this system. */
export type Experiment = ExperimentRecord<PersonKey, OrganisationKey, MeasureKey>;
