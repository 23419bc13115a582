import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Transaction } from "@/db/client";
import { asOwner } from "@/db/tenant-transaction";
import { addDays } from "@/server/days";
import { rebuildFacts, verifyFacts } from "@/server/facts/check";
import { listSeries, type NewObservation, saveObservations } from "@/server/measures/observations/queries";
import { listMeasuresById } from "@/server/measures/queries";
import { define, logWith, twoContributors, week } from "@/server/measures/testing";
import { key, testSystem } from "@/server/testing";

const world = testSystem();
const differences = async () => (await verifyFacts(world.db)).differences;
const run = (text: ReturnType<typeof sql>) => world.db.execute(text);

const weeks = 3;
const at = { who: fc.nat(1), week: fc.nat(weeks - 1) };
const figures = { numerator: fc.nat(12), over: fc.nat(20) };
const day = fc.option(fc.nat(weeks * 7), { nil: null });
/** What may happen to a measure of two organisations, at its gate or behind it. */
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("log" as const), ...at, ...figures }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("correct" as const), ...at, ...figures }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("undo" as const), ...at }) },
  fc.record({
    kind: fc.constant("import" as const),
    rows: fc.array(fc.record({ ...at, ...figures }), { maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant("contributes" as const), who: at.who, from: day, to: day }),
  fc.record({ kind: fc.constant("contributes no more" as const), who: at.who }),
  fc.record({ kind: fc.constant("leaves the system" as const), who: at.who, to: day }),
  fc.record({ kind: fc.constant("closes" as const), who: at.who, to: day }),
  fc.record({ kind: fc.constant("suppresses" as const), small: fc.boolean() }),
);

test("after any history what is kept is what the results come to, and shows what they showed", async () => {
  const { systemId, hospital, community, imogen, callum } = await twoContributors(world);
  const both = [
    { organisationId: hospital, api: imogen.api },
    { organisationId: community, api: callum.api },
  ] as const;
  const done: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 24 }), async (acts) => {
      await run(sql`update organisations set ends_on = null`);
      await run(sql`update system_organisations set ends_on = null`);
      const measureId = await define(imogen, systemId, [hospital, community], { name: `Measure ${key()}` });
      const revisions = new Map<string, number>();
      const ofMeasure = sql`measure_id = ${measureId}::uuid`;
      const dayOf = (days: number | null) => (days === null ? null : addDays(week(weeks), days));
      for (const one of acts) {
        const { organisationId, api } = both["who" in one && one.who === 1 ? 1 : 0];
        const ofOrganisation = sql`organisation_id = ${organisationId}::uuid`;
        const place = (place: { who: number; week: number }) => {
          const { organisationId } = both[place.who === 1 ? 1 : 0];
          return { organisationId, periodOn: week(place.week), id: `${organisationId} ${week(place.week)}` };
        };
        const part = (sent: { numerator: number; over: number }) => ({
          ...{ numerator: sent.numerator, denominator: sent.numerator + sent.over + 1 },
        });
        const changed = async (): Promise<unknown> => {
          if (one.kind === "log" || one.kind === "correct" || one.kind === "undo") {
            const { id, ...where } = place(one);
            const sent = { measureId, ...where, key: key() };
            const version = revisions.get(id) ?? 0;
            const answer =
              one.kind === "undo"
                ? api.measures.undo({ ...sent, version })
                : one.kind === "log"
                  ? api.measures.log({ ...sent, ...part(one) })
                  : api.measures.correct({ ...sent, ...part(one), reason: "Counted again", version });
            return answer.then(() => revisions.set(id, version + 1));
          }
          if (one.kind === "import") {
            const rows = one.rows.map((row): NewObservation => {
              const { id, ...where } = place(row);
              revisions.set(id, (revisions.get(id) ?? 0) + 1);
              return { ...where, ...part(row), value: null, revision: revisions.get(id) ?? 1 };
            });
            return asOwner(world.db, "", (tx) => saveObservations(tx, { id: measureId, systemId }, imogen.id, rows));
          }
          if (one.kind === "contributes") {
            const [from, to] = [dayOf(one.from), dayOf(one.to)];
            return run(sql`insert into measure_contributors (system_id, measure_id, organisation_id, from_on, ends_on)
              values (${systemId}, ${measureId}, ${organisationId}, ${from}, ${to})
              on conflict (measure_id, organisation_id) do update set from_on = excluded.from_on, ends_on = excluded.ends_on`);
          }
          if (one.kind === "contributes no more")
            return run(sql`delete from measure_contributors where ${ofMeasure} and ${ofOrganisation}`);
          if (one.kind === "leaves the system")
            return run(sql`update system_organisations set ends_on = ${dayOf(one.to)} where ${ofOrganisation}`);
          if (one.kind === "closes")
            return run(sql`update organisations set ends_on = ${dayOf(one.to)} where id = ${organisationId}::uuid`);
          return run(sql`update measures set suppress_small = ${one.small} where id = ${measureId}::uuid`);
        };
        const isDone = await changed().then(
          () => true,
          () => false, // refused: nothing was changed
        );
        if (isDone) done[one.kind] = (done[one.kind] ?? 0) + 1;
        expect(await differences()).toEqual([]);
      }
      const measures = await listMeasuresById(world.db, [measureId]);
      const known = await listSeries(world.db, measures, { knownAt: "2999-01-01" });
      expect(await listSeries(world.db, measures)).toEqual(known);
    }),
    { numRuns: 25 },
  );
  expect(Object.keys(done).length, JSON.stringify(done)).toBe(9);
}, 120_000);

test("two organisations that log at once, at the gate or behind it, lose nothing of each other", async () => {
  const { systemId, hospital, community, imogen, callum } = await twoContributors(world);
  for (let round = 0; round < 12; round += 1) {
    const measureId = await define(imogen, systemId, [hospital, community], { name: `Measure ${key()}` });
    const behind = (organisationId: string) =>
      asOwner(world.db, "", (tx) =>
        saveObservations(tx, { id: measureId, systemId }, imogen.id, [
          { organisationId, periodOn: week(), revision: 1, value: null, numerator: 10, denominator: 100 },
        ]),
      );
    await Promise.all(
      round % 2 === 0
        ? [
            logWith({ measureId, organisationId: hospital })(imogen, week(), 10),
            logWith({ measureId, organisationId: community })(callum, week(), 10),
          ]
        : [behind(hospital), behind(community)],
    );
    expect(await imogen.api.measures.series({ measureId })).toMatchObject([{ on: week(), value: 10, contributed: 2 }]);
  }
  expect(await differences()).toEqual([]);
});

/** Does the second while what the first has done is not committed yet, so that it waits, or does not see it. */
async function overlapping(
  first: (tx: Transaction) => Promise<unknown>,
  second: (tx: Transaction) => Promise<unknown>,
) {
  let others: Promise<unknown> = Promise.resolve();
  await asOwner(world.db, "", async (tx) => {
    await first(tx);
    others = asOwner(world.db, "", second);
    await setTimeout(150);
  });
  await others;
}

test("of two changes at once, the second counts what the first has left, whichever comes first", async () => {
  const { systemId, hospital, community, imogen } = await twoContributors(world);
  const doing = (measureId: string) => {
    const ofCommunity = sql`organisation_id = ${community}::uuid`;
    const result = { organisationId: community, revision: 1, value: null, numerator: 10, denominator: 100 };
    const early = addDays(week(1), -1);
    return {
      logs: (tx: Transaction) =>
        saveObservations(tx, { id: measureId, systemId }, imogen.id, [{ ...result, periodOn: week() }]),
      contributesLess: (tx: Transaction) =>
        tx.execute(
          sql`update measure_contributors set ends_on = ${early} where measure_id = ${measureId}::uuid and ${ofCommunity}`,
        ),
      joins: (tx: Transaction) =>
        tx.execute(sql`insert into measure_contributors (system_id, measure_id, organisation_id)
          values (${systemId}, ${measureId}, ${community})`),
      leaves: (tx: Transaction) =>
        tx.execute(sql`update system_organisations set ends_on = ${early} where ${ofCommunity}`),
      closes: (tx: Transaction) =>
        tx.execute(sql`update organisations set ends_on = ${early} where id = ${community}::uuid`),
      suppresses: (tx: Transaction) =>
        tx.execute(sql`update measures set suppress_small = true where id = ${measureId}::uuid`),
    };
  };
  type Act = keyof ReturnType<typeof doing>;
  const pairs: [Act, Act][] = [
    ...(["contributesLess", "leaves", "closes", "suppresses"] as const).flatMap((act): [Act, Act][] => [
      ["logs", act],
      [act, "logs"],
    ]),
    ...(["leaves", "closes"] as const).flatMap((act): [Act, Act][] => [
      ["joins", act],
      [act, "joins"],
    ]),
  ];
  for (const [first, second] of pairs) {
    await run(sql`update organisations set ends_on = null`);
    await run(sql`update system_organisations set ends_on = null`);
    const joins = first === "joins" || second === "joins";
    const measureId = await define(imogen, systemId, joins ? [hospital] : [hospital, community], {
      name: `Of ${key()}`,
    });
    const acts = doing(measureId);
    if (joins) await asOwner(world.db, "", acts.logs);
    await overlapping(acts[first], acts[second]);
    expect(await differences(), `${first}, ${second}`).toEqual([]);
  }
});

test("each planted difference is found, a rebuild mends it, and the app cannot write what is kept", async () => {
  const { systemId, hospital, community, imogen, callum } = await twoContributors(world);
  const measureId = await define(imogen, systemId, [hospital, community], { suppressSmall: true });
  await run(sql`update measures set suppress_small = true where id = ${measureId}::uuid`);
  for (let back = 0; back < 4; back += 1) {
    await logWith({ measureId, organisationId: hospital })(imogen, week(back), 40);
    await logWith({ measureId, organisationId: community })(callum, week(back), 50);
  }
  const ofFirst = sql`measure_id = ${measureId}::uuid and period_on = ${week()}::date`;
  const behindTriggers = (change: ReturnType<typeof sql>) =>
    asOwner(world.db, "", async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(change);
    });
  const planted = [
    sql`update period_values set numerator = numerator + 1 where ${ofFirst}`,
    sql`update period_values set denominator = denominator - 1 where ${ofFirst}`,
    sql`update period_values set value = 1 where ${ofFirst}`,
    sql`update period_values set contributed = 1 where ${ofFirst}`,
    sql`update period_values set parts = null where ${ofFirst}`,
    sql`update period_values set parts = parts - 1 where ${ofFirst}`,
    sql`delete from period_values where ${ofFirst}`,
    sql`insert into period_values (system_id, measure_id, period_on, contributed)
      values (${systemId}, ${measureId}, '2020-01-06', 1)`,
    sql`delete from observations where ${ofFirst}`,
    sql`update measure_contributors set ends_on = ${addDays(week(1), -1)} where measure_id = ${measureId}::uuid
      and organisation_id = ${community}::uuid`,
    sql`insert into observations (id, system_id, measure_id, organisation_id, period_on, revision, numerator, denominator, logged_by)
      values (gen_random_uuid(), ${systemId}, ${measureId}, ${hospital}, ${week(1)}, 2, 1, 100, ${imogen.id})`,
    sql`update measures set suppress_small = false where id = ${measureId}::uuid`,
  ];
  for (const plant of planted) {
    await behindTriggers(plant);
    expect((await differences()).length, JSON.stringify(plant.queryChunks)).toBeGreaterThan(0);
    expect(await rebuildFacts(world.db)).toMatch(/^Rebuilt: .*series of \d+/);
    expect(await differences()).toEqual([]);
  }
  const { rows } = await run(sql`
    select has_table_privilege('leeway_app', 'period_values', 'select') as reads,
      has_table_privilege('leeway_app', 'period_values', 'insert, update, delete, truncate') as writes,
      has_function_privilege('leeway_app', 'rebuild_period_values(uuid)', 'execute') as rebuilds`);
  expect(rows).toEqual([{ reads: true, writes: false, rebuilds: false }]);
});
