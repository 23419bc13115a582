import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { experimentStages, experimentTurns, memberships } from "@/db/schema";
import { asPerson } from "@/db/tenant-transaction";
import { type Stage, turns } from "@/db/vocabulary";
import { type StageFacts, stageOf } from "@/server/experiments/stage";
import { rebuildFacts, verifyFacts } from "@/server/facts/check";
import { key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();

test("the tables' stage_of says the same as the rule, whatever the facts", async () => {
  const counts = [0, 1, 2];
  const facts: StageFacts[] = [null, ...turns].flatMap((lastTurn) =>
    counts.flatMap((carriers) =>
      counts.flatMap((covering) =>
        counts.flatMap((granting) =>
          [0, 1].flatMap((outdated) =>
            [0, 1].flatMap((lapsed) =>
              counts.flatMap((unanswered) =>
                [null, true, false].flatMap((startedSameTerms) =>
                  [[null, null] as const, [true, true] as const, [true, false] as const, [false, true] as const].map(
                    ([requestOpen, requestSameTerms]) => ({
                      ...{ lastTurn, carriers, covering, granting, outdated, lapsed, unanswered },
                      ...{ requestOpen, requestSameTerms, startedSameTerms },
                    }),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
  const { rows } = await world.db.execute<{ stage: string }>(sql`
    select stage_of(f->>'lastTurn', (f->>'carriers')::int, (f->>'covering')::int, (f->>'granting')::int,
      (f->>'outdated')::int, (f->>'lapsed')::int, (f->>'unanswered')::int, (f->>'requestOpen')::boolean,
      (f->>'requestSameTerms')::boolean, (f->>'startedSameTerms')::boolean) as stage
    from jsonb_array_elements(${JSON.stringify(facts)}::jsonb) with ordinality as each (f, n) order by n`);
  expect(rows.map(({ stage }) => stage)).toEqual(facts.map(stageOf));
});

test("kept stages are of the day: what is granted begins and ends, and an organisation's last leader leaves", async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const at = "2027-02-01T09:00:00Z";
  const experimentId = await registerWithRisk({ ...lead, api: lead.at(at) }, { systemId, organisationId });
  const listed = async (moment: string, stage?: Stage) =>
    (await lead.at(moment).experiments.list({ stage, page: 1 })).cards.map((card) => card.stage);
  expect(await listed(at)).toEqual(["idea"]);
  const dates = { fromOn: "2027-02-10", endsOn: "2027-03-01" };
  const { requestId } = await lead.at(at).permissions.ask({ experimentId, ...dates, key: key() });
  const { termsHash } = await leader.at(at).permissions.request({ experimentId, requestId });
  const yes = { experimentId, requestId, organisationId, answer: "yes" as const, inWords: "", termsHash };
  await leader.at(at).permissions.answer({ ...yes, key: key() });
  await lead.at("2027-02-10T09:00:00Z").experiments.start({ experimentId, key: key() });
  await world.db
    .update(memberships)
    .set({ endsOn: "2027-03-05" })
    .where(and(eq(memberships.personId, leader.id), eq(memberships.systemId, systemId)));
  const days = ["2027-03-01T23:59:59Z", "2027-03-02T00:00:00Z", "2027-03-06T00:00:00Z"];
  const stagesThen = await Promise.all(days.map((day) => listed(day)));
  expect(stagesThen.flat()).toEqual(["running", "permission ended", "nobody answers"]);
  expect(await listed("2027-03-02T00:00:00Z", "running")).toEqual([]);
  const { counts } = await lead.at("2027-03-02T00:00:00Z").experiments.list({ page: 1 });
  expect(counts).toEqual({ "permission ended": 1 });
});

test("while an act on an experiment is under way its leader's membership can end: neither waits for the other for ever", async () => {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "NLA");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const experimentId = await registerWithRisk(lead, { systemId, organisationId });
  const pause = { turn: "paused" as const, pauseReason: "something else" as const, takenBy: lead.id };
  await world.db.transaction(async (tx) => {
    await tx.insert(experimentTurns).values({ systemId, experimentId, ...pause });
    await world.db.update(memberships).set({ endsOn: "2026-01-01" }).where(eq(memberships.personId, leader.id));
  });
  expect((await verifyFacts(world.db)).differences).toEqual([]);
});

test("a difference between what is kept and what is so is found, and mended by working all out anew", async () => {
  const differences = async () => (await verifyFacts(world.db)).differences;
  expect(await differences()).toEqual([]);
  const [one] = await world.db.select().from(experimentStages).limit(1);
  const planted = [
    sql`update experiment_stages set stage = 'ended' where experiment_id = ${one?.experimentId}`,
    sql`update experiment_stages set shared = not shared where experiment_id = ${one?.experimentId}`,
    sql`update experiment_stages set until_on = '2030-01-01' where until_on = 'infinity'`,
    sql`update experiment_stages set carrier_ids = '{}'`,
    sql`update experiment_stages set ends_on = '2027-01-01'`,
    sql`update experiment_stages set request_id = null`,
    sql`update experiment_stages set request_until = '2030-01-01'`,
    sql`delete from experiment_stages`,
    sql`delete from answering_periods`,
    sql`update answering_periods set until_on = until_on + 1`,
  ];
  for (const plant of planted) {
    await world.db.execute(plant);
    expect((await differences()).length).toBeGreaterThan(0);
    await rebuildFacts(world.db);
    expect(await differences()).toEqual([]);
  }
});

test("the app's role reads what is kept, and can neither write it nor have its triggers on a table of its own", async () => {
  const { rows } = await world.db.execute(sql`
    select has_table_privilege('leeway_app', t, 'select') as reads,
      has_table_privilege('leeway_app', t, 'insert, update, delete, truncate') as writes
    from unnest(array['experiment_stages', 'answering_periods']) t`);
  expect(rows).toEqual([
    { reads: true, writes: false },
    { reads: true, writes: false },
  ]);
  const own = asPerson(world.db, crypto.randomUUID(), async (tx) => {
    await tx.execute(sql`create temp table mine (experiment_id uuid)`);
    await tx.execute(
      sql`create trigger theirs after insert on mine for each row execute function note_stages_due('select 1')`,
    );
  });
  await expect(own).rejects.toMatchObject({
    cause: { message: expect.stringContaining("permission denied for function") },
  });
});
