import { adminPolicy } from "@/server/policy";
import { router } from "@/server/trpc";
import { fromLeeway, sentence } from "@/server/typed-words";
import { onePerson } from "../people/input";
import { findPerson } from "../people/queries";
import { changeSystem, inSystem } from "../procedure";
import { endAdministrator, listAdministrators, nameAdministrator } from "./queries";

export const administratorsRouter = router({
  list: inSystem.query(async ({ ctx }) => ({
    administrators: await listAdministrators(ctx.db, ctx.system.id),
    mayName: adminPolicy.nameAdministrator(ctx.administrator),
  })),
  name: changeSystem
    .meta({ may: "nameAdministrator" })
    .input(onePerson)
    .mutation(async ({ ctx, input }) => {
      const { id, name } = await findPerson(ctx.db, ctx.system.id, input.personId);
      await nameAdministrator(ctx.db, ctx.system.id, id);
      ctx.journal(sentence`let ${fromLeeway(name)} look after the system`);
    }),
  end: changeSystem
    .meta({ may: "nameAdministrator" })
    .input(onePerson)
    .mutation(async ({ ctx, input }) => {
      const name = await endAdministrator(ctx.db, ctx.system.id, input.personId);
      ctx.journal(sentence`ended that ${fromLeeway(name)} looks after the system`);
    }),
});
