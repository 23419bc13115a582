import { router } from "@/server/trpc";
import { administratorsRouter } from "./administrators/router";
import { boardsRouter } from "./boards/router";
import { organisationsRouter } from "./organisations/router";
import { peopleRouter } from "./people/router";
import { systemsRouter } from "./systems/router";

/** Administration: systems, organisations, people and boards, but no access to experiments. */
export const adminRouter = router({
  systems: systemsRouter,
  organisations: organisationsRouter,
  people: peopleRouter,
  boards: boardsRouter,
  administrators: administratorsRouter,
});
