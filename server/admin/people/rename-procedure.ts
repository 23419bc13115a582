import { Refusal } from "@/server/errors";
import { editProfile } from "@/server/people/account-queries";
import { renamedPerson } from "@/server/people/journal-sentences";
import { changeSystem } from "../procedure";
import { onePerson, renamePersonInput } from "./input";
import { findPerson, findSuspending } from "./queries";
import { whyNotRename } from "./rename";

/** Gives somebody another name or job; what they signed keeps the one they had then (rule I11). */
export const rename = changeSystem
  .meta({ may: "renamePerson" })
  .input(onePerson)
  .input(renamePersonInput)
  .mutation(async ({ ctx, input: { personId, reason, name, job } }) => {
    const { id } = await findPerson(ctx.db, ctx.system.id, personId);
    const whyNot = whyNotRename(
      await findSuspending(ctx.db, { administrator: ctx.administrator, by: ctx.person.id }, id),
    );
    if (whyNot) throw new Refusal([`Not saved. ${whyNot} What you typed is still here.`]);
    const before = await editProfile(ctx.db, id, { name, job });
    for (const act of renamedPerson(before, { name, job: job ?? null }, reason))
      ctx.journal(act, { details: { renamed: id, was: before } });
  });
