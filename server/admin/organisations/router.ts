import { z } from "zod";
import { Refusal } from "@/server/errors";
import { pluralise, untilEndOf } from "@/server/format";
import { listCarriedBy } from "@/server/permissions/handover/affected-queries";
import { router } from "@/server/trpc";
import { fromLeeway, sentence } from "@/server/typed-words";
import { thenPasses } from "../affected";
import { withOpens } from "../opens-queries";
import { changeSystem, inSystem } from "../procedure";
import { addOrganisationsInput, editOrganisationInput } from "./input";
import { readOrganisationList } from "./organisation-list";
import { addOrganisations, editOrganisation, findOrganisation, listOrganisations } from "./queries";

const organisation = z.object({ organisationId: z.uuid("We could not find that organisation.") });
const shownProblems = 20;

export const organisationsRouter = router({
  list: inSystem.query(({ ctx }) => listOrganisations(ctx.db, ctx.system.id)),
  find: inSystem.input(organisation).query(async ({ ctx, input: { organisationId } }) => ({
    ...(await findOrganisation(ctx.db, ctx.system.id, organisationId)),
    carries: await withOpens(ctx.db, ctx.person.id, await listCarriedBy(ctx.db, ctx.system.id, organisationId)),
  })),
  add: changeSystem
    .meta({ may: "addOrganisations" })
    .input(addOrganisationsInput)
    .mutation(async ({ ctx, input }) => {
      const { organisations, problems } = readOrganisationList(input.list);
      if (problems.length > 0) throw notReadYet(problems);
      const { added, alreadyHere } = await addOrganisations(ctx.db, ctx.system.id, organisations);
      for (const name of added) ctx.journal(sentence`added an organisation: ${name}`);
      return { added: added.length, alreadyHere };
    }),
  edit: changeSystem
    .meta({ may: "addOrganisations" })
    .input(organisation.extend(editOrganisationInput.shape))
    .mutation(async ({ ctx, input }) => {
      const { before, successor } = await editOrganisation(ctx.db, ctx.system.id, input.organisationId, input);
      const carried = input.endsOn ? await listCarriedBy(ctx.db, ctx.system.id, input.organisationId) : [];
      const then = thenPasses(carried, successor?.name);
      const until = input.endsOn ? `, which serves here ${untilEndOf(input.endsOn)}${then}` : "";
      ctx.journal(sentence`changed an organisation: ${before.onlyHere ? input.name : before.name}${fromLeeway(until)}`);
    }),
});

function notReadYet(problems: string[]): Refusal {
  const more = problems.length - shownProblems;
  const shown = [
    ...problems.slice(0, shownProblems),
    ...(more > 0 ? [`And ${pluralise(more, "more line")} like these.`] : []),
  ];
  const list = `${pluralise(problems.length, "line")} cannot be read yet, so nothing was added. What you pasted is still here.`;
  return new Refusal(shown, { list });
}
