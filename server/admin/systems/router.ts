import { NotAllowed } from "@/server/errors";
import { pluralise } from "@/server/format";
import { appendToJournal } from "@/server/journal/queries";
import { listUnanswered } from "@/server/permissions/handover/affected-queries";
import { adminPolicy } from "@/server/policy";
import { keyed, router } from "@/server/trpc";
import { fromLeeway, sentence } from "@/server/typed-words";
import { withOpens } from "../opens-queries";
import { asAdministrator, changeSystem, inSystem } from "../procedure";
import { nameSystemInput, permissionLimitsInput } from "./input";
import { addSystem, listSystems, nameSystem, setPermissionLimits } from "./queries";

export const systemsRouter = router({
  list: asAdministrator.query(async ({ ctx }) => ({
    systems: await listSystems(ctx.db, ctx.administrator),
    mayAdd: adminPolicy.addSystem(ctx.administrator),
  })),
  find: inSystem.query(({ ctx }) => ctx.system),
  /** Experiments under way for which nobody answers (rule I9). */
  unanswered: inSystem.query(async ({ ctx }) =>
    withOpens(ctx.db, ctx.person.id, await listUnanswered(ctx.db, ctx.system.id)),
  ),
  add: asAdministrator
    .input(keyed)
    .meta({ may: "addSystem" })
    .input(nameSystemInput)
    .mutation(async ({ ctx, input }) => {
      if (!adminPolicy.addSystem(ctx.administrator)) throw new NotAllowed();
      const systemId = await addSystem(ctx.db, input);
      const act = sentence`added the system: ${input.name}`;
      await appendToJournal(ctx.db, systemId, [{ systemId, experimentId: null, personId: ctx.person.id, act }]);
      return { systemId };
    }),
  name: changeSystem
    .meta({ may: "nameSystem" })
    .input(nameSystemInput)
    .mutation(async ({ ctx, input }) => {
      await nameSystem(ctx.db, ctx.system.id, input);
      ctx.journal(sentence`named the system: ${input.name}`);
    }),
  /** A permission asked for before keeps its days. */
  setPermissionLimits: changeSystem
    .meta({ may: "nameSystem" })
    .input(permissionLimitsInput)
    .mutation(async ({ ctx, input }) => {
      await setPermissionLimits(ctx.db, ctx.system.id, input);
      const [days, months] = [input.answerWithinDays, input.longestPermissionMonths];
      ctx.journal(
        fromLeeway(
          `lets leaders answer within ${pluralise(days, "day")}, and permissions last at most ${pluralise(months, "month")}`,
        ),
      );
    }),
});
