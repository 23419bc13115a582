import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { connect } from "@/db/client";
import { freshDatabase } from "@/db/testing";
import { reminderDays } from "@/db/vocabulary";
import { meetingDays } from "@/server/boards/meeting-rule";
import { londonDay } from "@/server/days";
import { findFirstBrokenEntry } from "@/server/journal/queries";
import { insertDueReminders } from "@/server/permissions/asking/renewal-reminder-queries";
import { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";
import { seedDemoWorld } from "./demo";
import { demoId } from "./ids";
import { quillshire } from "./quillshire/world";
import { saltholm } from "./saltholm/world";
import { alwaysAt, expectedStages, findStages } from "./testing";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const createCaller = createCallerFactory(appRouter);
type Api = ReturnType<typeof createCaller>;
type Database = ReturnType<typeof connect>;
const people = [quillshire, saltholm].flatMap((world) => Object.keys(world.people));

/** Fills a new database with the clock stopped at this moment. */
async function worldAt(moment: string) {
  const fresh = await freshDatabase();
  const url = alwaysAt(fresh.url, moment);
  expect(await seedDemoWorld(url)).toBe("seeded");
  const db = connect(url, { connections: 2 });
  const apiOf = (key: string): Api =>
    createCaller({ database: db, person: { id: demoId(`person/${key}`), name: key, job: "", isAdministrator: false } });
  const drop = async () => {
    await db.$client.end();
    await fresh.drop();
  };
  return { db, apiOf, drop, today: londonDay(moment) };
}
type DemoWorld = Awaited<ReturnType<typeof worldAt>>;

const homesOf = ({ apiOf }: DemoWorld) =>
  Promise.all(people.map(async (key) => ({ key, ...(await apiOf(key).home.mine()) })));
type Homes = Awaited<ReturnType<typeof homesOf>>;

const withoutDays = (sentence: string | null) => sentence?.replace(/\d{1,2} [A-Z][a-z]+ \d{4}/g, "a day");
/** Everybody's home page, without ages and distances in days. */
const withoutDates = (homes: Homes) =>
  homes.map(({ key, requests, results, reviews, experiments }) => ({
    key,
    requests: requests.map(({ experimentId, organisation, asked, replied }) => [
      experimentId,
      organisation,
      asked,
      replied,
    ]),
    results,
    reviews: reviews.map(({ experimentId, board }) => [experimentId, board]),
    experiments: experiments.map(({ id, stage, letsEnd, carriedByMine, question, conditionsOf, dips, chart }) => ({
      ...{ id, stage, letsEnd, carriedByMine, question, conditionsOf },
      dips: dips.map(({ status }) => status),
      chart: withoutDays(chart),
    })),
  }));

/** Weekday and London time of each journal entry. */
const hoursOf = async (db: Database) =>
  (
    await db.execute(sql`select experiment_id, to_char(at at time zone 'Europe/London', 'Dy HH24:MI') as at from journal
      order by system_id, sequence`)
  ).rows;

const ordinary = "2026-11-23T09:00:00Z";
let onAMonday: { homes: ReturnType<typeof withoutDates>; hours: unknown[] };
beforeAll(async () => {
  const world = await worldAt(ordinary);
  onAMonday = { homes: withoutDates(await homesOf(world)), hours: await hoursOf(world.db) };
  await world.drop();
});

let world: DemoWorld | undefined;
afterAll(() => world?.drop());

test.each([
  ["Monday, as it begins", "2026-11-23T00:05:00Z"],
  ["Tuesday", "2026-11-24T09:00:00Z"],
  ["Wednesday", "2026-11-25T12:00:00Z"],
  ["Thursday", "2026-11-26T17:00:00Z"],
  ["Friday", "2026-11-27T20:00:00Z"],
  ["Saturday", "2026-11-28T09:00:00Z"],
  ["Sunday, as it ends", "2026-11-29T23:55:00Z"],
  ["the day before a leap day", "2028-02-28T09:00:00Z"],
  ["29 February", "2028-02-29T09:00:00Z"],
  ["1 March of a leap year", "2028-03-01T09:00:00Z"],
  ["31 December", "2026-12-31T23:30:00Z"],
  ["1 January", "2027-01-01T00:30:00Z"],
  ["the Saturday before the clocks go forward", "2027-03-27T23:30:00Z"],
  ["the Sunday on which they go forward, before", "2027-03-28T00:30:00Z"],
  ["the Sunday on which they go forward, after", "2027-03-28T22:30:00Z"],
  ["the Monday after they went forward", "2027-03-28T23:30:00Z"],
  ["the Saturday before the clocks go back", "2026-10-24T22:30:00Z"],
  ["the Sunday on which they go back, before", "2026-10-25T00:30:00Z"],
  ["the Sunday on which they go back, after", "2026-10-25T01:30:00Z"],
  ["the Monday after they went back", "2026-10-26T00:30:00Z"],
])("the demo world is the same on %s", async (_, moment) => {
  world = await worldAt(moment);
  const homes = await homesOf(world);

  const stages = await findStages(world.db);
  for (const [stage, keys] of Object.entries(expectedStages))
    for (const key of keys) expect(stages[demoId(`experiment/${key}`)], key).toBe(stage);
  expect(withoutDates(homes)).toEqual(onAMonday.homes);

  await boardsLookAhead(world, homes);
  await permissionsFitTheDay(world, homes);
  await nothingIsStillToCome(world);
  expect(await hoursOf(world.db)).toEqual(onAMonday.hours);

  await world.drop();
  world = undefined;
});

async function boardsLookAhead({ apiOf, today }: DemoWorld, homes: Homes) {
  for (const key of ["cordelia", "isolde"]) {
    for (const { id, name, meetingRule, nextMeetingOn } of await apiOf(key).boards.list()) {
      expect(nextMeetingOn, name).toBe(meetingDays(meetingRule, today, 1)[0]);
      expect(nextMeetingOn && nextMeetingOn >= today, `${name} meets on ${nextMeetingOn}`).toBe(true);
      for (const { title, lookAgainOn } of (await apiOf(key).boards.find({ boardId: id })).lookAgain)
        expect([today, lookAgainOn, nextMeetingOn], title).toEqual([today, lookAgainOn, nextMeetingOn].toSorted());
    }
  }
  for (const { title, nextMeetingOn } of homes.flatMap(({ reviews }) => reviews))
    expect(nextMeetingOn && nextMeetingOn >= today, title).toBe(true);

  const board = await apiOf("cordelia").boards.find({ boardId: demoId("board/SPB") });
  const inQuestion = homes.flatMap(({ experiments }) => experiments).find(({ id }) => id === demoId("experiment/E22"));
  expect(board.lookAgain.map(({ experimentId }) => experimentId).toSorted()).toEqual(
    [demoId("experiment/E08"), demoId("experiment/E22")].toSorted(),
  );
  expect(board.waiting.map(({ experimentId }) => experimentId)).toEqual([demoId("experiment/E22")]);
  // The board is asked about E22, so its answer must be possible before the permission ends
  expect(board.nextMeetingOn && inQuestion?.endsOn && board.nextMeetingOn <= inQuestion.endsOn).toBe(true);
}

async function permissionsFitTheDay({ db }: DemoWorld, homes: Homes) {
  await insertDueReminders(db);
  const { rows: reminders } = await db.execute<{
    experimentId: string;
    endsOn: string;
    days: number;
    onTime: boolean;
  }>(sql`
    select experiment_id as "experimentId", ends_on::text as "endsOn", min(days_before) as days,
      bool_and((reminded_at at time zone 'Europe/London')::date between ends_on - days_before and london_today()) as "onTime"
    from reminders group by 1, 2`);
  expect(reminders.filter(({ onTime }) => !onTime)).toEqual([]);
  for (const { id, title, stage, endsOn, daysLeft } of homes.flatMap(({ experiments }) => experiments)) {
    if (stage !== "running" || daysLeft === null) continue;
    expect(daysLeft, title).toBeGreaterThanOrEqual(0);
    const due = reminderDays.filter((days) => daysLeft <= days);
    const reminder = reminders.find((one) => one.experimentId === id && one.endsOn === endsOn);
    expect(reminder?.days ?? Number.POSITIVE_INFINITY, title).toBe(Math.min(...due));
  }
}

/** Expects no event in the future, and journals in time order. */
async function nothingIsStillToCome({ db }: DemoWorld) {
  const { rows: columns } = await db.execute<{ table: string; column: string }>(sql`
    select c.table_name as table, c.column_name as column from information_schema.columns c join information_schema.tables t
      using (table_schema, table_name)
    where table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'timestamp with time zone'
      and t.table_name not in ('installation', 'jobs')`);
  const future = columns.map(({ table, column }) => {
    const [from, at] = [sql.identifier(table), sql.identifier(column)];
    return sql`select ${`${table}.${column}`}::text as future from ${from} having max(${at}) > leeway_now()`;
  });
  expect((await db.execute(sql.join(future, sql` union all `))).rows).toEqual([]);
  for (const system of ["quillshire", "saltholm"])
    expect(await findFirstBrokenEntry(db, demoId(`system/${system}`))).toBeNull();
  const { rows: turnedBack } = await db.execute(sql`
    select sequence from (select sequence, at < lag(at) over (partition by system_id order by sequence) as earlier from journal) j
    where earlier`);
  expect(turnedBack).toEqual([]);
}
