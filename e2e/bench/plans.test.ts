import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { demoId } from "@/server/demo/ids";
import { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";
import { fillLoadWorld } from "./load-world";
import { idOfCopy } from "./load-world/columns";
import { mostUsedPages } from "./most-used-pages";
import { findFullReads, fullReads, pretendRows } from "./plans";
import { connectRecording, type Statement } from "./record-statements";
import { listResultsToLog } from "./results-to-log";

const size = { experiments: 2_000, measures: 500, contributors: 2, days: 40, copiesWithMeasures: 100 };
let fresh: FreshDatabase;
let personId: string;
/** The statements of each page. */
const pages = new Map<string, Statement[]>();

beforeAll(async () => {
  fresh = await freshDatabase();
  await fillLoadWorld(fresh.url, size);
  const result = (await listResultsToLog(fresh.db)).at(-1); // of a measure with a long series, by the day
  if (!result) throw new Error("nothing to log");
  personId = result.personId;
  const recording = connectRecording(fresh.url);
  const person = { id: personId, name: "Somebody", job: "", isAdministrator: false };
  const api = createCallerFactory(appRouter)({ database: recording.db, person });
  const boardId = idOfCopy(demoId("board/SPB"), 1);
  const asked = mostUsedPages({ ...result, boardId });
  for (const [page, calls] of Object.entries(asked)) {
    recording.take();
    for (const call of calls(api)) await call();
    pages.set(page, recording.take());
  }
  await recording.db.$client.end();
  await pretendRows(fresh.url, 100);
}, 120_000);
afterAll(() => fresh?.drop());

const offenders = async (names: Iterable<string> = pages.keys()) => {
  const found: string[] = [];
  for (const name of names)
    for (const table of await findFullReads(fresh.url, personId, pages.get(name) ?? []))
      found.push(`${name}: ${table}`);
  return found;
};

/** What reads a whole table, and why. Nothing else may, and what no longer does is taken off. */
const known = {
  "home: review_answers": "what a board has not answered is found among all that it was asked",
  "an experiment: standing_uses": "it says how often each standing permission of the system was used",
  "what to log: measures": "an organisation contributes to a large part of its system's measures",
  "measures of a system: measures": "the pages of a list by name are counted",
  "a system: expected_dips": "the page shows every experiment of the system",
  "a system: experiment_measures": "the page shows every experiment of the system",
  "a system: measures": "the page shows every measure of the system",
  "what was learned: conclusions": "its pages are counted",
  "a board: board_reviews": "the pages of its decisions are counted",
  "a board: review_answers": "the pages of its decisions are counted",
};

test("the most used pages read every table that grows by an index, as the app's role", async () => {
  for (const [page, statements] of pages) expect(statements.length, page).toBeGreaterThan(1);
  expect(await offenders()).toEqual(Object.keys(known));
});

test("without an index it is seen which page reads which table", async () => {
  await fresh.db.$client.query("drop index stop_rules_measure_id_index");
  expect(await offenders(["log a result", "its history"])).toEqual(["log a result: stop_rules"]);
  await fresh.db.$client.query("drop index risks_experiment_id_index");
  expect(await offenders(["risks and dips of it"])).toContain("risks and dips of it: risks");
});

test("an index counts as the whole table when it is read by no condition but the system, unless until there are enough", () => {
  const scan = (table: string, type: string, more = {}) => ({ "Node Type": type, "Relation Name": table, ...more });
  const ofSystem = { "Index Cond": "(system_id = ANY ((InitPlan 1).col1))" };
  const plan = {
    ...{ "Node Type": "Nested Loop" },
    Plans: [
      scan("a", "Seq Scan"),
      scan("b", "Index Scan", { "Index Cond": "(id = $1)" }),
      scan("c", "Index Scan", { "Index Cond": "((system_id = ANY ((InitPlan 1).col1)) AND (id = t.id))" }),
      scan("d", "Bitmap Heap Scan", { "Recheck Cond": "(experiment_id = ANY ($1))" }),
      { "Node Type": "Hash", Plans: [scan("e", "Index Only Scan"), scan("f", "Index Scan", ofSystem)] },
      { "Node Type": "Limit", Plans: [scan("g", "Index Scan", ofSystem)] },
      { "Node Type": "Limit", Plans: [{ "Node Type": "Sort", Plans: [scan("h", "Index Scan", ofSystem)] }] },
    ],
  };
  expect(fullReads(plan)).toEqual(["a", "e", "f", "h"]);
});
