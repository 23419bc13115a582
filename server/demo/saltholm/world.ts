import type { World } from "../records";
import { experiments } from "./experiments";
import { measures } from "./measures";
import { organisations } from "./organisations";
import { people } from "./people";

/** A second system that nobody in the first may see. Every text contains the word canarywort, so that tests find a leak. */
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
      meets: { frequency: "every month", week: "first", weekday: "Monday", startTime: "15:00", endTime: "16:30" },
      seats: [
        { who: "ambrose", role: "chair", for: "SHT" },
        { who: "tamsin", role: "member", for: "VKP" },
      ],
    },
  ],
  standing: [
    {
      key: "saltholm-floor",
      by: "ambrose",
      at: "2025-10-06 12:25",
      confirmed: { by: "tamsin", at: "2025-10-06 12:40" },
      highestScores: { "quality and safety": 4, people: 4 },
      longestWeeks: 8,
      note: "Any canarywort that can be poured away.",
      from: "2025-10-06",
    },
    {
      key: "VKP",
      for: "VKP",
      by: "tamsin",
      at: "2025-10-13 12:30",
      highestScores: { people: 6 },
      longestWeeks: 4,
      note: "Canarywort in the waiting room.",
      from: "2025-10-13",
      takenBack: { by: "tamsin", at: "2026-03-30 08:15", reason: "The canarywort wilted." },
    },
  ],
  measures,
  experiments,
};
