import { z } from "zod";
import { listColleagues, listOrganisations, listSystems } from "@/server/organisations/queries";
import { findWho } from "@/server/people/queries";
import { router, signedIn } from "@/server/trpc";

export const organisationsRouter = router({
  list: signedIn.query(({ ctx }) => listOrganisations(ctx.db)),
  systems: signedIn.query(({ ctx }) => listSystems(ctx.db)),
  colleagues: signedIn
    .input(z.object({ systemId: z.uuid() }))
    .query(({ ctx, input }) => listColleagues(ctx.db, input.systemId)),
  /** What the signed-in person holds: where they work, what they answer for, which boards they sit on. */
  mine: signedIn.query(({ ctx }) => findWho(ctx.db, ctx.person.id)),
});
