import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { readLockFile } from "./lock-file";
import { openEmbedded } from "./open";
import {
  folderWithCluster,
  isServing,
  removeTemplate,
  startHolder,
  stopHolder,
  temporaryFolder,
  unfinishedIn,
} from "./testing-folders";

vi.setConfig({ testTimeout: 60_000 });
afterAll(removeTemplate);

async function ask(url: string, question: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query({ text: question, rowMode: "array" });
  await client.end();
  return rows.flat();
}

test("the first start makes the database, the last one out stops it, and the next start finds what was kept", async () => {
  const folder = join(temporaryFolder(), "new");
  const first = await openEmbedded(folder);
  expect(first.started).toBe(true);
  await ask(first.url, "create table kept as select 'ÅÆ' as word");
  const second = await openEmbedded(folder);
  expect(second).toMatchObject({ started: false, serverPid: first.serverPid, url: first.url });
  await first.release();
  expect(await ask(second.url, "select lower(word) from kept where word ilike 'åæ'")).toEqual(["åæ"]);
  await second.release();
  expect(isServing(folder, first.serverPid)).toBe(false);
  expect(readLockFile(join(folder, "postgres"))).toBeUndefined();
  const again = await openEmbedded(folder);
  expect(again.started).toBe(true);
  expect(await ask(again.url, "select word from kept")).toEqual(["ÅÆ"]);
  await again.release();
});

test("every commit waits for the disk, unless the database is one to throw away", async () => {
  const durable = await openEmbedded(await folderWithCluster());
  expect(await ask(durable.url, "select current_setting('fsync') || current_setting('synchronous_commit')")).toEqual([
    "onon",
  ]);
  await durable.release();
  const throwaway = await openEmbedded(await folderWithCluster(), { throwaway: true });
  expect(await ask(throwaway.url, "select current_setting('fsync')")).toEqual(["off"]);
  await throwaway.release();
});

test("processes that start at once in a new folder share one server, which the last of them stops", async () => {
  const folder = temporaryFolder();
  const holders = [1, 2, 3].map(() => startHolder("hold", folder));
  const opened = await Promise.all(holders.map((holder) => holder.opened));
  expect(new Set(opened.map((each) => each.serverPid)).size).toBe(1);
  expect(opened.filter((each) => each.started)).toHaveLength(1);
  expect(unfinishedIn(folder)).toEqual([]);
  const serverPid = opened[0]?.serverPid ?? 0;
  const [first, ...others] = holders;
  if (first) await stopHolder(first);
  expect(isServing(folder, serverPid)).toBe(true);
  await Promise.all(others.map(stopHolder));
  expect(isServing(folder, serverPid)).toBe(false);
});

test("a server left alone by a killed process is adopted", async () => {
  const folder = await folderWithCluster();
  const holder = startHolder("hold", folder);
  const { serverPid } = await holder.opened;
  process.kill(-(holder.child.pid ?? 0), "SIGKILL");
  const adopted = await openEmbedded(folder);
  expect(adopted).toMatchObject({ started: false, serverPid });
  await adopted.release();
  expect(isServing(folder, serverPid)).toBe(false);
});

test("PG_BIN chooses other programs", async () => {
  const folder = await folderWithCluster();
  process.env.PG_BIN = "/nowhere/bin";
  await expect(openEmbedded(folder)).rejects.toThrow(/programs in \/nowhere\/bin do not run here .*DATABASE_URL/);
  delete process.env.PG_BIN;
  const bundled = readFileSync(join(folder, "postgres", "postmaster.opts"), "utf8").split(" ")[0] ?? "";
  process.env.PG_BIN = join(bundled, "..");
  const opened = await openEmbedded(folder);
  delete process.env.PG_BIN;
  expect(await ask(opened.url, "select current_database()")).toEqual(["leeway"]);
  await opened.release();
});

test("what a killed first start left behind is tidied, and what another is making is left alone", async () => {
  const folder = temporaryFolder();
  const dead = startHolder("hold", "/nowhere");
  dead.child.kill("SIGKILL");
  await new Promise((resolve) => dead.child.once("exit", resolve));
  mkdirSync(join(folder, `postgres.init-${dead.child.pid}-abc`));
  mkdirSync(join(folder, `postgres.init-${process.ppid}-abc`));
  await (await openEmbedded(folder, { throwaway: true })).release();
  expect(unfinishedIn(folder)).toEqual([`postgres.init-${process.ppid}-abc`]);
  expect(existsSync(join(folder, "postgres", "PG_VERSION"))).toBe(true);
});
