import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { read } from "@/db/rows";
import { differentPeople } from "@/db/schema";
import { enqueue } from "@/server/jobs/queries";
import { findNextDaytime } from "@/server/mail/delivery-queries";
import type { Administrator } from "@/server/policy";
import { rolesHeld } from "./queries";
import type { Linking } from "./why-not-link";

const linkingRow = z.strictObject({
  isSelf: z.boolean(),
  worksElsewhere: z.boolean(),
  isInstallationAdministrator: z.boolean(),
  linked: z.boolean(),
});

/** The facts that decide whether an administrator links or unlinks accounts: of one, or of two. */
export async function findLinking(
  db: Db,
  { administrator, by }: { administrator: Administrator; by: string },
  personIds: [string] | [string, string],
): Promise<Linking> {
  const row = await read(db, linkingRow).row(sql`
    with both_of as (select other.id, coalesce(other.same_person_as, other.id) as root from people p
      join people other on coalesce(other.same_person_as, other.id) = coalesce(p.same_person_as, p.id)
      where p.id = any (${sql.param(personIds)}::uuid[]))
    select exists (select 1 from both_of where root = human(${by}::uuid)) as "isSelf",
      exists (select 1 from ${rolesHeld} where held.person_id in (select id from both_of)
        and held.system_id <> all (${sql.param(administrator.systemIds)}::uuid[])) as "worksElsewhere",
      exists (select 1 from administrators where system_id is null and person_id in (select id from both_of)) as "isInstallationAdministrator",
      (select count(distinct root) = 1 and count(*) > 1 from both_of) as linked`);
  const found = row ?? { isSelf: true, worksElsewhere: true, isInstallationAdministrator: true, linked: false };
  return { ...found, byInstallationAdministrator: administrator.wholeInstallation };
}

const accountRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  job: z.string().nullable(),
  email: z.string().nullable(),
});

/** The other accounts of a person, by name. */
export async function listOtherAccounts(db: Db, personId: string) {
  return read(db, accountRow).rows(sql`
    select p.id, p.name, p.job, p.email from people p where p.id <> ${personId}::uuid
      and coalesce(p.same_person_as, p.id) = human(${personId}::uuid) order by p.name, p.id`);
}

/** All accounts of either become one person's. */
export async function linkAccounts(tx: Transaction, personId: string, otherId: string): Promise<void> {
  await tx.execute(sql`select link_people(${personId}::uuid, ${otherId}::uuid)`);
}

/** Takes this one account out; the others stay linked. */
export async function unlinkAccount(tx: Transaction, personId: string): Promise<void> {
  await tx.execute(sql`select unlink_person(${personId}::uuid)`);
}

/** Keeps that two accounts belong to two people, and who said so. */
export async function keepDifferent(tx: Transaction, one: string, other: string, saidBy: string): Promise<void> {
  const [personId = one, otherId = other] = [one, other].toSorted();
  await tx.insert(differentPeople).values({ personId, otherId, saidBy }).onConflictDoNothing();
}

export type LinkLetter = {
  personId: string;
  about: "linked" | "unlinked";
  /** The names of the accounts that they were linked with or unlinked from. */
  others: string[];
  by: string;
  reason: string;
};

/** Queues a letter to one account's holder, in the daytime; it is composed when it is sent. */
export async function enqueueLinkLetter(tx: Transaction, letter: LinkLetter): Promise<void> {
  const runAt = await findNextDaytime(tx);
  const key = `letter of linked accounts ${crypto.randomUUID()}`;
  await enqueue(tx, { kind: "letter of linked accounts", key, payload: letter, runAt });
}
