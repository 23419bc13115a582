import { adminRouter } from "@/server/admin/router";
import { boardsRouter } from "@/server/boards/router";
import { chartsRouter } from "@/server/charts/router";
import { cyclesRouter } from "@/server/cycles/router";
import { dipsRouter } from "@/server/dips/router";
import { experimentsRouter } from "@/server/experiments/router";
import { homeRouter } from "@/server/home/router";
import { importsRouter } from "@/server/imports/router";
import { journalRouter } from "@/server/journal/router";
import { leadersRouter } from "@/server/leaders/router";
import { learningRouter } from "@/server/learning/router";
import { measuresRouter } from "@/server/measures/router";
import { organisationsRouter } from "@/server/organisations/router";
import { peopleRouter } from "@/server/people/router";
import { permissionsRouter } from "@/server/permissions/router";
import { risksRouter } from "@/server/risks/router";
import { standingRouter } from "@/server/standing/router";
import { systemsRouter } from "@/server/systems/router";
import { router } from "@/server/trpc";

/** All procedures. Routers import each other only here. */
export const appRouter = router({
  admin: adminRouter,
  home: homeRouter,
  people: peopleRouter,
  organisations: organisationsRouter,
  experiments: experimentsRouter,
  risks: risksRouter,
  permissions: permissionsRouter,
  standing: standingRouter,
  dips: dipsRouter,
  measures: measuresRouter,
  imports: importsRouter,
  systems: systemsRouter,
  charts: chartsRouter,
  cycles: cyclesRouter,
  boards: boardsRouter,
  leaders: leadersRouter,
  learning: learningRouter,
  journal: journalRouter,
});

export type AppRouter = typeof appRouter;
