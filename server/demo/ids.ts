import { v5 } from "uuid";

const namespace = "5e1a0f2c-6f0b-4d0e-9f3a-2a7b9c1d4e60";

/** A stable row id of the demo world, for tests and links: `demoId("experiment/E09")`. */
export const demoId = (name: string): string => v5(name, namespace);
