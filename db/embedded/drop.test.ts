import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { dropDatabase } from "./drop";
import { openEmbedded } from "./open";
import { folderWithCluster, isServing, removeTemplate, startHolder, stopHolder } from "./testing-folders";

vi.setConfig({ testTimeout: 60_000 });
afterAll(removeTemplate);

const allowed = async () => {};

/** The tables in a data folder's database, after a statement if one is given. */
async function tablesIn(folder: string, statement = ""): Promise<string[]> {
  const { url, release } = await openEmbedded(folder);
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  const { rows } = await client.query("select tablename from pg_tables where schemaname = 'public'");
  await client.end();
  await release();
  return rows.map((row) => row.tablename);
}

test("the database goes, everything else in the folder stays, and the next start makes a new one", async () => {
  const folder = await folderWithCluster();
  writeFileSync(join(folder, "secret"), "kept");
  expect(await tablesIn(folder, "create table gone (n int)")).toEqual(["gone"]);
  await dropDatabase(folder, allowed);
  expect(existsSync(join(folder, "secret"))).toBe(true);
  expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
  await dropDatabase(folder, allowed); // nothing left to remove is no problem
  expect(await tablesIn(folder)).toEqual([]);
});

test("a database that another process uses is left alone, and its server goes on", async () => {
  const folder = await folderWithCluster();
  await tablesIn(folder, "create table kept (n int)");
  const holder = startHolder("hold", folder);
  const { serverPid } = await holder.opened;
  await expect(dropDatabase(folder, allowed)).rejects.toThrow(
    `Leeway is running on the database in ${folder}. Stop it`,
  );
  expect(isServing(folder, serverPid)).toBe(true);
  await stopHolder(holder);
  expect(await tablesIn(folder)).toEqual(["kept"]);
});

test("so is one with a connection that outlived its process, and one whose content forbids it", async () => {
  const folder = await folderWithCluster();
  await tablesIn(folder, "create table kept (n int)");
  const stillConnected = async (url: string) => {
    const client = new pg.Client(url);
    client.on("error", () => {}); // the server is stopped under it
    await client.connect();
  };
  await expect(dropDatabase(folder, stillConnected)).rejects.toThrow(/Leeway is running/);
  const forbid = () => Promise.reject(new Error("holds people's work"));
  await expect(dropDatabase(folder, forbid)).rejects.toThrow("holds people's work");
  expect(await tablesIn(folder)).toEqual(["kept"]);
});
