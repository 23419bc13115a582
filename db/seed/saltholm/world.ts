import type { World } from "../records";
import { experiments } from "./experiments";
import { measures } from "./measures";
import { organisations } from "./organisations";
import { people } from "./people";

/** A second system that nobody of the first may ever see: the word canarywort stands in every text of it. */
export const saltholm: World = {
  key: "saltholm",
  name: "Saltholm and Verrick",
  population: 310_000,
  organisations,
  people,
  administrators: [],
  deputies: [{ leader: "ambrose", deputy: "isolde", at: "SHT", from: "2026-05-11", to: "2026-05-24" }],
  boards: [
    {
      key: "SVB",
      name: "Saltholm canarywort board",
      meets: "First Monday, with canarywort tea",
      next: "2026-06-01",
      seats: [
        { who: "ambrose", role: "chair", for: "SHT" },
        { who: "tamsin", role: "member", for: "VKP" },
      ],
    },
  ],
  measures,
  experiments,
};
