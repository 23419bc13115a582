import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { memberships, organisations, people, systemOrganisations, systems } from "./schema";
import { asPerson } from "./tenant-transaction";
import { type FreshDatabase, freshDatabase } from "./testing";

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

async function worker(name: string, membership: { fromOn?: string; endsOn?: string } = {}) {
  const { db } = fresh;
  const [system] = await db.insert(systems).values({ name }).returning();
  const [organisation] = await db.insert(organisations).values({ name, shortName: name, kind: "acute" }).returning();
  const [person] = await db
    .insert(people)
    .values({ name, email: `${name}@wall.example` })
    .returning();
  if (!system || !organisation || !person) throw new Error("not made");
  const [systemId, organisationId] = [system.id, organisation.id];
  await db.insert(systemOrganisations).values({ systemId, organisationId, fromOn: "2020-01-01" });
  await db
    .insert(memberships)
    .values({ systemId, organisationId, personId: person.id, role: "member", fromOn: "2020-01-01", ...membership });
  return { systemId, organisationId, personId: person.id };
}

test("every table with a system has row-level security, its policy, and the app's role neither owns nor bypasses it", async () => {
  const { rows } = await fresh.db.execute<{ table: string; secured: boolean; policies: number }>(sql`
    select c.relname as table, c.relrowsecurity as secured,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid and 'leeway_app'::regrole = any (p.polroles)) as policies
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'system_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'administrators'`);
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !row.secured || row.policies !== 1)).toEqual([]);
  const role = await fresh.db.execute<{ rolsuper: boolean; rolbypassrls: boolean; rolcanlogin: boolean }>(
    sql`select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'leeway_app'`,
  );
  expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false }]);
});

test("every table with a system is in the list of rights, and what may only be added to refuses rewriting", async () => {
  const { rows } = await fresh.db.execute<{ table: string; read: boolean; added: boolean; appendOnly: boolean }>(sql`
    select c.relname as table, has_table_privilege('leeway_app', c.oid, 'select') as read,
      has_table_privilege('leeway_app', c.oid, 'insert') and not has_table_privilege('leeway_app', c.oid, 'delete')
        and not has_any_column_privilege('leeway_app', c.oid, 'update') as added,
      exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'append_only') as "appendOnly"
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity`);
  expect(rows.filter(({ read }) => !read)).toEqual([]);
  expect(rows.filter(({ appendOnly }) => appendOnly).length).toBeGreaterThan(10);
  expect(rows.filter(({ added, appendOnly }) => added !== appendOnly)).toEqual([]);
});

test("under row-level security a query without conditions sees only the person's own systems", async () => {
  const [ours, theirs] = [await worker("ours"), await worker("theirs")];
  const visible = await asPerson(fresh.db, ours.personId, (tx) =>
    tx.select({ id: memberships.systemId }).from(memberships),
  );
  expect(visible).toEqual([{ id: ours.systemId }]);
  const all = await fresh.db.select({ id: memberships.systemId }).from(memberships);
  expect(all.map((row) => row.id)).toContain(theirs.systemId); // control: without row-level security both are visible
});

test("under row-level security nothing can be written into another system, and no e-mail address read", async () => {
  const [ours, theirs] = [await worker("writer"), await worker("target")];
  const foreignRow = sql`insert into experiments (id, system_id, title, problem, change_idea, place, lead_organisation_id, registered_by)
    values (gen_random_uuid(), ${theirs.systemId}, 't', 'p', 'c', 'p', ${theirs.organisationId}, ${ours.personId})`;
  const insert = asPerson(fresh.db, ours.personId, (tx) => tx.execute(foreignRow));
  await expect(insert).rejects.toMatchObject({ cause: { code: "42501" } });
  const readEmail = asPerson(fresh.db, ours.personId, (tx) => tx.execute(sql`select email from people`));
  await expect(readEmail).rejects.toMatchObject({ cause: { code: "42501" } });
});

test.each([
  ["a membership that has ended", { endsOn: "2021-01-01" }],
  ["a membership that begins later", { fromOn: "2999-01-01" }],
])("%s opens no door", async (name, membership) => {
  const { personId } = await worker(name.replaceAll(" ", "-"), membership);
  expect(await asPerson(fresh.db, personId, (tx) => tx.select({ id: memberships.id }).from(memberships))).toEqual([]);
});

test("what was decided cannot be rewritten, not even by the owner of the tables", async () => {
  for (const change of [
    "update journal set act = 'x'",
    "delete from permission_answers",
    "truncate observations cascade",
  ]) {
    await expect(fresh.db.execute(sql.raw(change)), change).rejects.toMatchObject({ cause: { code: "42501" } });
  }
});
