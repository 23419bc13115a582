import { router } from "@/server/trpc";
import { administratorsRouter } from "./administrators/router";
import { boardsRouter } from "./boards/router";
import { organisationsRouter } from "./organisations/router";
import { peopleRouter } from "./people/router";
import { systemsRouter } from "./systems/router";

/** What administrators do: name systems, add organisations, invite people, arrange boards. Nothing here reaches an experiment. */
export const adminRouter = router({
  systems: systemsRouter,
  organisations: organisationsRouter,
  people: peopleRouter,
  boards: boardsRouter,
  administrators: administratorsRouter,
});
