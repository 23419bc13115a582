import { spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { key, testSystem } from "@/server/testing";
import { readPasted } from "./file";
import { runInWorker, WorkerEnded } from "./run-in-worker";
import { BATCH_ROWS } from "./stored-rows";
import { tableOf } from "./table";
import { bringIn } from "./testing-steps";

const world = testSystem();
const to = { measure: { counting: "count", direction: "up", rhythm: "day" } as const, choices: [] };

/** Pasted text with one value a day, for consecutive days. */
function daysOf(rows: number): string {
  const day = (at: number) => new Date(Date.UTC(1990, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
  return ["Day\tValue", ...Array.from({ length: rows }, (_, at) => `${day(at)}\t${at % 97}`)].join("\n");
}

async function someonesMeasure() {
  const systemId = await world.system();
  const hospital = await world.organisation(systemId, `H${crypto.randomUUID().slice(0, 8)}`);
  const imogen = await world.person("Imogen", { systemId, organisationId: hospital });
  await world.db.execute(
    sql`update system_organisations set from_on = '1980-01-01' where system_id = ${systemId}::uuid`,
  );
  const definition = {
    name: "Seen each day",
    operationalDefinition: "People seen",
    counting: "count",
    unit: "people",
  } as const;
  const { measureId } = await imogen.api.measures.define({
    ...definition,
    ...{ direction: "up", rhythm: "day", systemId, contributors: [hospital], key: key() },
  });
  const saved = async () => {
    const { rows } = await world.db.execute<{ count: number }>(
      sql`select count(*)::int as count from observations where measure_id = ${measureId}::uuid`,
    );
    return rows[0]?.count;
  };
  return { database: world.db, person: imogen, measureId, saved };
}

test("a worker gives the same result and the same refusals as the server process", async () => {
  const pasted = daysOf(50);
  const options = { timeoutMs: 60_000 };
  expect(await runInWorker("read", { brought: { pasted }, to }, options)).toEqual(tableOf(readPasted(pasted), to));
  const empty = runInWorker("read", { brought: { file: new Uint8Array() }, to }, options);
  await expect(empty).rejects.toMatchObject({ name: "LoadRefused", sentences: ["The selected file is empty."] });
});

test("work over its time limit is ended, and the next task runs all the same", async () => {
  const pasted = daysOf(20_000);
  await expect(runInWorker("read", { brought: { pasted }, to }, { timeoutMs: 1 })).rejects.toThrow(WorkerEnded);
  const { rowCount } = await runInWorker("read", { brought: { pasted }, to }, { timeoutMs: 60_000 });
  expect(rowCount).toBe(20_000);
});

test("a worker killed while saving has saved nothing; a retry saves each row once, another import of the rows none", async () => {
  const rows = 2 * BATCH_ROWS + 17;
  const measure = await someonesMeasure();
  const upload = await bringIn(measure, { pasted: daysOf(rows) }, { long: true });
  expect((await upload.find()).found).toMatchObject({ good: rows, problemRows: 0 });
  await upload.askToSave();
  for (const fatal of [1, 2, 3]) {
    let steps = 0;
    const extendLease = async () => {
      steps += 1;
      if (steps === fatal) throw new Error("cut off"); // the worker is killed at this point
    };
    await expect(upload.step("save an upload", { extendLease })).rejects.toThrow("cut off");
    const { state, doneRows } = await upload.find();
    // Makes sure that rows had been processed each time but the first
    expect([state, doneRows > 0]).toEqual(["saving", fatal > 1]);
    expect(await measure.saved()).toBe(0);
  }
  await upload.step("save an upload");
  expect((await upload.find()).said?.[0]).toMatch(/^Saved 5,017 results, /);
  expect(await measure.saved()).toBe(rows);

  const again = await bringIn(measure, { pasted: daysOf(rows) }, { long: true });
  expect((await again.find()).found).toEqual({ good: 0, problemRows: 0, already: rows, different: 0 });
  await again.askToSave();
  await again.step("save an upload");
  expect((await again.find()).said?.slice(0, 2)).toEqual(["Nothing new was saved.", "5,017 rows were there already."]);
  expect(await measure.saved()).toBe(rows);
});

test("a stopping server ends the work, and it can be resumed", async () => {
  const measure = await someonesMeasure();
  const upload = await bringIn(measure, { pasted: daysOf(10) }, { long: true });
  await upload.askToSave();
  const stopped = upload.step("save an upload", { isStopping: () => true });
  await expect(stopped).rejects.toThrow("the server stopped meanwhile");
  expect(await measure.saved()).toBe(0);
  await upload.step("save an upload");
  expect(await measure.saved()).toBe(10);
});

test("killing the server ends its worker too, so that nothing stays locked in the database", async () => {
  const program = "import('./server/imports/idle-worker.ts').then((it) => process.send(it.takeWorker().pid))";
  const server = spawn(process.execPath, ["--import", "tsx", "--eval", program], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [processId] = await once(server, "message");
  const isThere = () => {
    try {
      return process.kill(processId, 0);
    } catch {
      return false;
    }
  };
  expect(isThere()).toBe(true);
  server.kill("SIGKILL");
  await expect.poll(isThere, { timeout: 10_000 }).toBe(false);
});
