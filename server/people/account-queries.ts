import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { memberships, organisations, people } from "@/db/schema";
import { idRow } from "@/db/shapes";
import { isConnected } from "@/server/auth/accounts";
import { findProvider } from "@/server/auth/provider";
import { NotFound } from "@/server/errors";
import type { editProfileInput } from "./input";

/** A person's own account: profile, current memberships, and ways to sign in. */
export async function findAccount(db: Db, personId: string) {
  const [person] = await db
    .select({ name: people.name, job: people.job, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) throw new NotFound();
  const works = await db
    .select({
      id: memberships.id,
      organisation: organisations.name,
      team: memberships.team,
      role: memberships.role,
      endsOn: memberships.endsOn,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(sql`${eq(memberships.personId, personId)} and is_current(${memberships.fromOn}, ${memberships.endsOn})`)
    .orderBy(organisations.name);
  const provider = findProvider();
  return {
    ...person,
    works,
    provider: provider && { name: provider.name, connected: await isConnected(db, personId, provider.issuer) },
  };
}

/** Changes a person's name and job. @returns those they had before */
export async function editProfile(db: Db, personId: string, { name, job }: z.output<typeof editProfileInput>) {
  const [before] = await db
    .select({ name: people.name, job: people.job })
    .from(people)
    .where(eq(people.id, personId))
    .for("no key update");
  if (!before) throw new NotFound();
  await db
    .update(people)
    .set({ name, job: job ?? null })
    .where(eq(people.id, personId));
  return before;
}

/**
 * The systems whose journals say of a person's new name: those they belong to, belonged to or look after, because what they
 * signed there keeps the old one (rule I11). In the order in which the journals are locked.
 */
export async function listSystemsOf(db: Db, personId: string): Promise<string[]> {
  const systems = await read(db, idRow).rows(sql`
    select system_id as id from memberships where person_id = ${personId}::uuid
    union select system_id from board_seats where person_id = ${personId}::uuid
    union select s.id from administrators a join systems s on s.id = coalesce(a.system_id, s.id) where a.person_id = ${personId}::uuid
    order by id`);
  return systems.map(({ id }) => id);
}
