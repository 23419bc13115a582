import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { administrators } from "@/db/schema";
import { askedInWords, jobsInWords } from "@/server/permissions/record/sentences";
import { anIdea, key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();
const dates = { fromOn: "2027-01-04", endsOn: "2027-06-30" };
const asked = "2027-01-04T09:00:00Z";
const later = "2027-02-10T09:00:00Z";

/** A permission given, then everybody and everything in it gets another name. */
async function renamed() {
  const systemId = await world.system("Larkmoor");
  const organisationId = await world.organisation(systemId, "OCH");
  const at = { systemId, organisationId };
  const lead = await world.person("Ravi Patel", at);
  const leader = await world.person("Sunniva Ask", { ...at, role: "leader" });
  const theo = await world.person("Theo", at);
  await world.db.insert(administrators).values({ systemId, personId: theo.id });
  const experimentId = await registerWithRisk({ ...lead, api: lead.at(asked) }, at);
  const { requestId } = await lead.at(asked).permissions.ask({ experimentId, ...dates, key: key() });
  const { termsHash } = await leader.at(asked).permissions.request({ experimentId, requestId });
  const answer = { experimentId, requestId, organisationId, termsHash, key: key() };
  await leader.at(asked).permissions.answer({ ...answer, answer: "yes", inWords: "I explain it" });
  const before = await lead.at(later).permissions.record({ permissionId: requestId });

  await lead.at(later).people.editProfile({ name: "Ravi Shah", job: "matron", key: key() });
  const rename = { systemId, personId: leader.id, name: "Sunniva Berg", job: "nurse", reason: "Married", key: key() };
  await theo.at(later).admin.people.rename(rename);
  const { version } = await lead.at(later).experiments.find({ experimentId });
  const title = { ...anIdea, title: "Ring back by noon", takingPart: [organisationId], experimentId, version };
  await lead.at(later).experiments.edit({ ...title, key: key() });
  const other = { systemId, organisationId, name: "Orchard Trust", shortName: "OCH", kind: "acute" as const };
  await theo.at(later).admin.organisations.edit({ ...other, key: key() });
  return { systemId, experimentId, requestId, lead, leader, theo, before };
}

test("I11: a record shows title, names and jobs as they were, beside what they are now, and nothing more where they are the same", async () => {
  const { requestId, lead, before } = await renamed();
  expect(JSON.stringify(before)).not.toContain("now");
  const record = await lead.at(later).permissions.record({ permissionId: requestId });
  expect(record).toMatchObject({
    title: "Ring back by 11am (now called Ring back by noon)",
    asked: { by: "Ravi Patel (now called Ravi Shah)", job: "nurse (now matron)" },
    askedOf: [
      { organisation: "OCH Trust (now called Orchard Trust)", leaders: ["Sunniva Ask (now called Sunniva Berg)"] },
    ],
    answers: [{ by: "Sunniva Ask (now called Sunniva Berg)", job: "nurse", inWords: "I explain it" }],
    terms: {
      team: [{ name: "Ravi Patel (now called Ravi Shah)" }],
      takingPart: [{ name: "OCH Trust (now called Orchard Trust)" }],
      risks: [{ carriedBy: [{ name: "OCH Trust (now called Orchard Trust)" }] }],
    },
    hash: before.hash,
  });
  expect(askedInWords(record)).toMatch(/^Ravi Patel \(now called Ravi Shah\) asked on/);
  expect(jobsInWords(record)).toBe(
    "Their jobs then: Ravi Patel (now called Ravi Shah) “nurse (now matron)” and Sunniva Ask (now called Sunniva Berg) “nurse”.",
  );
});

test("I11: so do the history, the thread of answers and the list of one's own records, also for who has left", async () => {
  const { experimentId, requestId, lead, leader } = await renamed();
  const entries = await lead.at(later).journal.list({ experimentId });
  expect(entries.find(({ act }) => act.startsWith("asked"))?.by).toBe("Ravi Patel (now called Ravi Shah)");
  expect(entries[0]?.by).toBe("Ravi Shah"); // the change of the title is by who they are now
  const answers = await lead.at(later).permissions.overview({ experimentId });
  expect(JSON.stringify(answers)).toContain("Sunniva Ask (now called Sunniva Berg)");
  await world.db.execute(sql`update memberships set ends_on = '2027-01-31' where person_id = ${leader.id}`);
  const kept = await leader.at(later).permissions.record({ permissionId: requestId });
  expect(kept).toMatchObject({
    opensExperiment: false,
    title: "Ring back by 11am (now called Ring back by noon)",
    asked: { by: "Ravi Patel (now called Ravi Shah)" },
  });
  expect(await leader.at(later).permissions.myRecords()).toMatchObject([{ title: kept.title }]);
});

test("I11: what somebody does later is done under the name they have then", async () => {
  const { experimentId, lead } = await renamed();
  const { requestId } = await lead
    .at("2027-02-12T09:00:00Z")
    .permissions.ask({ experimentId, fromOn: "2027-02-12", endsOn: "2027-05-31", key: key() });
  const record = await lead.at("2027-02-12T09:00:00Z").permissions.record({ permissionId: requestId });
  expect(record).toMatchObject({ title: "Ring back by noon", asked: { by: "Ravi Shah", job: "matron" } });
});

test("I11: whoever changes a name, through whichever door, the tables keep the one before, and nobody rewrites it", async () => {
  const systemId = await world.system("Elsewhere");
  const { id } = await world.person("Ada");
  await world.db.execute(sql`update people set name = 'Ada Byron' where id = ${id}`);
  await world.db.execute(sql`update people set job = null where id = ${id}`);
  await world.db.execute(sql`update systems set name = 'Elsewhere ICS' where id = ${systemId}`);
  const { rows } = await world.db.execute(sql`
    select field, was from former_names where named_id in (${id}, ${systemId}) order by field, was`);
  expect(rows).toEqual([
    { field: "job", was: "nurse" },
    { field: "name", was: "Ada" },
    { field: "name", was: "Elsewhere" },
  ]);
  for (const change of ["update former_names set was = 'x'", "delete from former_names", "truncate former_names"]) {
    await expect(world.db.execute(sql.raw(change)), change).rejects.toMatchObject({ cause: { code: "42501" } });
  }
});

test("I11: a name at a moment is the one that the last change before it gave, whatever was changed how often", async () => {
  const minute = (n: number) => new Date(Date.UTC(2027, 0, 1, 0, n)).toISOString();
  const change = fc.record({ after: fc.integer({ min: 1, max: 5 }), name: fc.constantFrom("A", "B", "C") });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 6 }), fc.integer({ min: 0, max: 30 }), async (changes, asks) => {
      const { id } = await world.person("First");
      let [now, at, then] = ["First", 0, "First"];
      for (const { after, name } of changes) {
        at += after;
        await world.db.transaction(async (tx) => {
          await tx.execute(sql`select set_config('leeway.now', ${minute(at)}, true)`);
          await tx.execute(sql`update people set name = ${name} where id = ${id}`);
        });
        now = name;
        if (at <= asks) then = name;
      }
      const { rows } = await world.db.execute<{ name: string }>(
        sql`select name_then(id, name, ${minute(asks)}::timestamptz) as name from people where id = ${id}`,
      );
      expect(rows[0]?.name).toBe(then === now ? now : `${then} (now called ${now})`);
    }),
    { numRuns: 40 },
  );
});
