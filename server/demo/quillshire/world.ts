import type { World } from "../records";
import { boards } from "./boards";
import { experiments } from "./experiments/all";
import { measures } from "./measures/all";
import { organisations } from "./organisations";
import { people } from "./people/all";
import { standing } from "./standing";

export const quillshire: World = {
  key: "quillshire",
  name: "Quillshire and Marrowdale Integrated Care System",
  population: 742_000,
  organisations,
  people,
  administrators: [{ who: "theodora", at: "ICB" }],
  deputies: [{ leader: "ruaridh", deputy: "tomos", at: "MDH", from: "2026-05-11", to: "2026-05-22" }],
  boards,
  standing,
  measures,
  experiments,
};
