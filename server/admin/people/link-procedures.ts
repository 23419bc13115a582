import { z } from "zod";
import type { Transaction } from "@/db/client";
import { NotFound, Refusal, refuse } from "@/server/errors";
import type { Administrator } from "@/server/policy";
import { fromLeeway, sentence } from "@/server/typed-words";
import { findByEmail } from "../boards/queries";
import { changeSystem, inSystem } from "../procedure";
import { differentInput, linkInput, onePerson, peopleFilters, unlinkInput, whoIsInvited } from "./input";
import { findSeen, listLikelyAccounts, listLikelyPairs } from "./likely-queries";
import {
  enqueueLinkLetter,
  findLinking,
  keepDifferent,
  type LinkLetter,
  linkAccounts,
  listOtherAccounts,
  unlinkAccount,
} from "./link-queries";
import { findPerson } from "./queries";
import { whyNotLink, whyNotUnlink } from "./why-not-link";

type By = { administrator: Administrator; by: { id: string; name: string } };
type Two = { person: { id: string; name: string }; other: { id: string; name: string } };

/** Links two accounts, and writes to both. */
export async function linkAndTell(tx: Transaction, { administrator, by }: By, { person, other }: Two, reason: string) {
  const linking = await findLinking(tx, { administrator, by: by.id }, [person.id, other.id]);
  const why = whyNotLink(linking);
  if (why) refuse(`Nothing was linked. ${why}`);
  await linkAccounts(tx, person.id, other.id);
  await tell(tx, "linked", by.name, { person, others: [other] }, reason);
}

type Told = { person: Two["person"]; others: Two["other"][] };
async function tell(tx: Transaction, about: LinkLetter["about"], by: string, { person, others }: Told, reason: string) {
  await enqueueLinkLetter(tx, { personId: person.id, about, others: others.map(({ name }) => name), by, reason });
  for (const other of others)
    await enqueueLinkLetter(tx, { personId: other.id, about, others: [person.name], by, reason });
}

/** One human is one person (rule I6): what an administrator sees and says of accounts that may be one person's. */
export const linkProcedures = {
  /** Accounts that are likely the invited person's, of those that this administrator may see. */
  likely: inSystem
    .input(z.object(whoIsInvited))
    .query(({ ctx, input }) => listLikelyAccounts(ctx.db, ctx.administrator, input)),
  likelyPairs: inSystem
    .input(peopleFilters.pick({ page: true }))
    .query(({ ctx, input }) => listLikelyPairs(ctx.db, ctx.administrator, ctx.system.id, input.page)),
  link: changeSystem
    .meta({ may: "linkAccounts" })
    .input(onePerson)
    .input(linkInput)
    .mutation(async ({ ctx, input: { personId, email, reason } }) => {
      const person = await findPerson(ctx.db, ctx.system.id, personId);
      const found = await findByEmail(ctx.db, email);
      if (!found) throw new Refusal([], { email: "No account has this address. Check it with them." });
      if (found.id === person.id)
        throw new Refusal([], { email: "This is the same account. Enter the other's address." });
      await linkAndTell(ctx.db, { administrator: ctx.administrator, by: ctx.person }, { person, other: found }, reason);
      ctx.journal(
        sentence`linked the accounts of ${fromLeeway(person.name)} and ${fromLeeway(found.name)}, as one person's: ${reason}`,
        { details: { linked: [person.id, found.id] } },
      );
    }),
  unlink: changeSystem
    .meta({ may: "linkAccounts" })
    .input(onePerson)
    .input(unlinkInput)
    .mutation(async ({ ctx, input: { personId, reason } }) => {
      const person = await findPerson(ctx.db, ctx.system.id, personId);
      const linking = await findLinking(ctx.db, { administrator: ctx.administrator, by: ctx.person.id }, [personId]);
      const why = whyNotUnlink(linking);
      if (why) refuse(`Nothing was unlinked. ${why}`);
      const others = await listOtherAccounts(ctx.db, personId);
      await unlinkAccount(ctx.db, personId);
      await tell(ctx.db, "unlinked", ctx.person.name, { person, others }, reason);
      ctx.journal(
        sentence`unlinked an account of ${fromLeeway(person.name)} from ${fromLeeway(String(others.length))} of the same person: ${reason}`,
        { details: { unlinked: [person.id], from: others.map(({ id }) => id) } },
      );
    }),
  keepApart: changeSystem
    .meta({ may: "linkAccounts" })
    .input(onePerson)
    .input(differentInput)
    .mutation(async ({ ctx, input: { personId, otherId } }) => {
      const person = await findPerson(ctx.db, ctx.system.id, personId);
      const other = await findSeen(ctx.db, ctx.administrator, otherId);
      if (!other || other.id === person.id) throw new NotFound();
      await keepDifferent(ctx.db, person.id, other.id, ctx.person.id);
      ctx.journal(fromLeeway(`said that ${person.name} and ${other.name} are two people`));
    }),
};
