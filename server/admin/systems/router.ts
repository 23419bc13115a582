import { NotAllowed } from "@/server/errors";
import { appendToJournal } from "@/server/journal/queries";
import { adminPolicy } from "@/server/policy";
import { keyed, router } from "@/server/trpc";
import { asAdministrator, changeSystem, inSystem } from "../procedure";
import { nameSystemInput } from "./input";
import { addSystem, listSystems, nameSystem } from "./queries";

export const systemsRouter = router({
  list: asAdministrator.query(async ({ ctx }) => ({
    systems: await listSystems(ctx.db, ctx.administrator),
    mayAdd: adminPolicy.addSystem(ctx.administrator),
  })),
  find: inSystem.query(({ ctx }) => ctx.system),
  add: asAdministrator
    .input(keyed)
    .meta({ may: "addSystem" })
    .input(nameSystemInput)
    .mutation(async ({ ctx, input }) => {
      if (!adminPolicy.addSystem(ctx.administrator)) throw new NotAllowed();
      const systemId = await addSystem(ctx.db, input);
      const act = `added the system: ${input.name}`;
      await appendToJournal(ctx.db, systemId, [{ systemId, experimentId: null, personId: ctx.person.id, act }]);
      return { systemId };
    }),
  name: changeSystem
    .meta({ may: "nameSystem" })
    .input(nameSystemInput)
    .mutation(async ({ ctx, input }) => {
      await nameSystem(ctx.db, ctx.system.id, input);
      ctx.journal(`named the system: ${input.name}`);
    }),
});
