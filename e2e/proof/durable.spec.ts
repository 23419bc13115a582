import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { openEmbedded } from "@/db/embedded/open";
import { root } from "@/server/run/command";
import { daysFromToday } from "../days";
import { freePort, type Leeway, startLeeway } from "../leeway";
import type { Person } from "../person";
import { expect, test } from "../story";
import { demoId } from "../world";
import { killApp, killDatabase } from "./kill";

const hospital = demoId("organisation/QUH");
const writers = 4;

type Result = { key: string; periodOn: string; value: number };

/** Sends a change as the page does. @returns the answer, or null if there was no good one */
async function sendChange(person: Person, procedure: string, input: object): Promise<Record<string, string> | null> {
  try {
    const answer = await person.request.post(`/api/trpc/${procedure}`, { data: input, timeout: 5_000 });
    return answer.ok() ? (await answer.json()).result.data : null;
  } catch {
    return null;
  }
}

/** Logs results of successive days, several at a time, and records which were sent and which were answered. */
function startLogging(person: Person, measureId: string) {
  const sent: Result[] = [];
  const answered = new Set<Result>();
  let going = true;
  const log = async (result: Result) => {
    const { key, periodOn, value } = result;
    if (await sendChange(person, "measures.log", { measureId, organisationId: hospital, key, periodOn, value })) {
      answered.add(result);
    }
  };
  const unanswered = () => sent.filter((result) => !answered.has(result));
  const writing = Array.from({ length: writers }, async () => {
    while (going) {
      const day = sent.length + 1;
      const result = { key: randomUUID(), periodOn: daysFromToday(-day), value: day };
      sent.push(result);
      await log(result);
    }
  });
  return {
    sent: () => [...sent],
    answered: () => [...answered],
    async stop() {
      going = false;
      await Promise.all(writing);
    },
    /** Sends unanswered results again under the same keys until all are answered, then everything once more. */
    async sendAllAgain() {
      while (unanswered().length > 0) for (const result of unanswered()) await log(result);
      for (const result of sent) await log(result);
    },
  };
}

/** A measure's results in the database, and the number of journal entries about them. */
async function readMeasure(dataDir: string, measureId: string) {
  const embedded = await openEmbedded(dataDir);
  const client = new pg.Client(embedded.url);
  await client.connect();
  try {
    const results = await client.query<{ periodOn: string; value: number }>(
      `select period_on::text as "periodOn", value::float as value from observations where measure_id = $1`,
      [measureId],
    );
    const journalEntries = await client.query<{ count: number }>(
      "select count(*)::int as count from journal where details->>'measureId' = $1 and act like 'logged %'",
      [measureId],
    );
    return { results: results.rows, journalEntries: journalEntries.rows[0]?.count };
  } finally {
    await client.end();
    await embedded.release();
  }
}

/** The results that are missing or have another value. */
const missingFrom = (results: Result[], { results: stored }: Awaited<ReturnType<typeof readMeasure>>) =>
  results.filter(({ periodOn, value }) => !stored.some((row) => row.periodOn === periodOn && row.value === value));

test("killing the database and the app while results are logged loses and doubles nothing", async ({ visit }, {
  workerIndex,
}) => {
  test.setTimeout(300_000);
  const dataDir = join(root, ".e2e", `data-killed-${workerIndex}`);
  rmSync(dataDir, { recursive: true, force: true });
  const port = await freePort();
  let leeway: Leeway = await startLeeway({ dataDir, port });
  const imogen = await visit(leeway.address);
  await imogen.signIn("Imogen");
  const measure = await sendChange(imogen, "measures.define", {
    key: randomUUID(),
    systemId: demoId("system/quillshire"),
    name: "Calls answered at the nurses' station",
    operationalDefinition: "Every call that somebody picked up",
    counting: "count",
    unit: "calls",
    direction: "up",
    rhythm: "day",
    contributors: [hospital],
  });
  const measureId = measure?.measureId ?? "";
  const logging = startLogging(imogen, measureId);
  const moreAnswers = async () => {
    const before = logging.answered().length;
    await expect.poll(() => logging.answered().length, { timeout: 60_000 }).toBeGreaterThan(before + 20);
  };

  await test.step("the database is killed, and starts again by itself", async () => {
    await moreAnswers();
    killDatabase(leeway);
    await moreAnswers();
  });

  await test.step("the app is killed, and started again", async () => {
    const answered = logging.answered().length;
    killApp(leeway);
    // Goes on a little, so that some results are sent and cannot arrive
    await expect.poll(() => logging.sent().length).toBeGreaterThan(answered + 2 * writers);
    await logging.stop();
    leeway = await startLeeway({ dataDir, port });
  });

  const afterwards = await readMeasure(dataDir, measureId);
  expect(logging.answered().length).toBeGreaterThan(40);
  expect(missingFrom(logging.answered(), afterwards), "results that were answered and are not there").toEqual([]);
  // Control: if results were called saved as soon as they are sent, the same check would find some lost
  expect(missingFrom(logging.sent(), afterwards), "the check sees what is lost").not.toEqual([]);

  await logging.sendAllAgain();
  const sent = logging.sent().length;
  const atTheEnd = await readMeasure(dataDir, measureId);
  expect(missingFrom(logging.sent(), atTheEnd)).toEqual([]);
  expect({ results: atTheEnd.results.length, journalEntries: atTheEnd.journalEntries }).toEqual({
    results: sent,
    journalEntries: sent,
  });

  await test.step("somebody who logs meanwhile is told the truth, and saves once", async () => {
    imogen.mayLog(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/);
    await imogen.opens(`/log/${measureId}`);
    await imogen.writes("Result", "7");
    // Waits for prefetched pages, so that what fails is her result and not one of those
    await imogen.waitForLoadState("networkidle");
    killApp(leeway);
    await imogen.press("Save");
    await expect(imogen.getByRole("heading", { name: "Waiting to send 1" })).toBeFocused();
    leeway = await startLeeway({ dataDir, port });
    // Retried automatically within 15 seconds of the server's return
    await expect(imogen.getByRole("heading", { name: "Saved" })).toBeVisible({ timeout: 30_000 });
    expect((await readMeasure(dataDir, measureId)).results).toHaveLength(sent + 1);
  });

  expect(await leeway.stop()).toBe(0);
  rmSync(dataDir, { recursive: true, force: true });
});
