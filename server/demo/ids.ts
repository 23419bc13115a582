import { v5 } from "uuid";

const namespace = "5e1a0f2c-6f0b-4d0e-9f3a-2a7b9c1d4e60";

/** The id of a row of the demo world, always the same, so that tests and links can name it: `demoId("experiment/E09")`. */
export const demoId = (name: string): string => v5(name, namespace);
