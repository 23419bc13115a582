import { z } from "zod";
import { Refusal } from "@/server/errors";
import { daysInWords } from "@/server/format";
import { endDeputyInput, nameDeputyInput } from "@/server/organisations/deputy-input";
import { endDeputy, listDeputies, listWhomToName, nameDeputy } from "@/server/organisations/deputy-queries";
import { changeInSystem } from "@/server/organisations/procedure";
import { findSystem, findToday, listColleagues, listOrganisations, listSystems } from "@/server/organisations/queries";
import { findWho } from "@/server/people/queries";
import { router, signedIn } from "@/server/trpc";
import { fromLeeway } from "@/server/typed-words";

export const organisationsRouter = router({
  list: signedIn.query(({ ctx }) => listOrganisations(ctx.db)),
  systems: signedIn.query(({ ctx }) => listSystems(ctx.db)),
  colleagues: signedIn
    .input(z.object({ systemId: z.uuid() }))
    .query(async ({ ctx, input }) => listColleagues(ctx.db, (await findSystem(ctx.db, input.systemId)).id)),
  /** The deputies, present and future. */
  deputies: signedIn.query(async ({ ctx }) => listDeputies(ctx.db, await findWho(ctx.db, ctx.person.id))),
  /** For the form: people the person may name, and today's date. */
  toNameDeputy: signedIn.query(async ({ ctx: { db, person } }) => ({
    today: await findToday(db),
    people: await listWhomToName(db, await findWho(db, person.id)),
  })),
  nameDeputy: changeInSystem
    .meta({ may: "nameDeputy" })
    .input(nameDeputyInput)
    .mutation(async ({ ctx, input }) => {
      const { systemId } = ctx;
      const leads = ctx.who.memberships.some(
        (at) => at.systemId === systemId && at.organisationId === input.organisationId && at.role === "leader",
      );
      if (!leads)
        throw new Refusal([], { organisationId: "You do not answer for it yourself today. Choose one that you lead" });
      const { name, organisation } = await nameDeputy(ctx.db, ctx.who, systemId, input);
      ctx.journal(
        fromLeeway(`named ${name} to answer for ${organisation}, ${daysInWords(input.fromOn, input.endsOn)}`),
      );
      return {};
    }),
  endDeputy: changeInSystem
    .meta({ may: "nameDeputy" })
    .input(endDeputyInput)
    .mutation(async ({ ctx, input: { deputyRowId } }) => {
      const { deputy, organisation } = await endDeputy(ctx.db, ctx.who, ctx.systemId, deputyRowId);
      ctx.journal(fromLeeway(`answers for ${organisation} again in person, no longer ${deputy}`));
      return {};
    }),
  /** The signed-in person's memberships, the organisations they answer for and their board seats. */
  mine: signedIn.query(({ ctx }) => findWho(ctx.db, ctx.person.id)),
});
