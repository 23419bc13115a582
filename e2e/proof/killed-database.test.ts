import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { openEmbedded } from "@/db/embedded/open";
import {
  folderWithCluster,
  type Holder,
  isServing,
  removeTemplate,
  startHolder,
  temporaryFolder,
  unfinishedIn,
} from "@/db/embedded/testing-folders";

vi.setConfig({ testTimeout: 120_000 }); // starts and recoveries are slow on a busy machine
afterAll(removeTemplate);

/** Kills a holder and its process group, which the server is not part of. */
async function killHolder({ child }: Holder): Promise<void> {
  process.kill(-(child.pid ?? 0), "SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

function killServer(serverPid: number | undefined): void {
  const children = execFileSync("ps", ["-o", "pid=", "--ppid", String(serverPid)], { encoding: "utf8" });
  for (const pid of [serverPid, ...children.trim().split(/\s+/).map(Number)]) {
    try {
      process.kill(pid ?? 0, "SIGKILL");
    } catch {
      // it had ended already
    }
  }
}

async function untilSaid(holder: Holder, count: number): Promise<void> {
  while (holder.printed.length < count + 1) await once(holder.lines, "line"); // the first line is the address
}

const reportedNumbers = (holder: Holder) => holder.printed.slice(1).map(Number);

/** The numbers that a writer reported as saved but that are not in the database. */
async function missingIn(folder: string, reported: number[]): Promise<number[]> {
  const embedded = await openEmbedded(folder);
  const client = new pg.Client(embedded.url);
  await client.connect();
  const { rows } = await client.query<{ number: number }>("select number from kept");
  await client.end();
  await embedded.release();
  const stored = new Set(rows.map((row) => row.number));
  return reported.filter((number) => !stored.has(number));
}

test("a process killed while it writes loses nothing it reported as saved, with its server or without", async () => {
  const folder = await folderWithCluster();
  let reported = 0;
  for (const [round, alsoTheServer] of [false, true, true].entries()) {
    const holder = startHolder("write", folder);
    const { serverPid } = await holder.opened;
    await untilSaid(holder, 400 + 137 * round);
    if (alsoTheServer) killServer(serverPid);
    await killHolder(holder);
    expect(await missingIn(folder, reportedNumbers(holder))).toEqual([]);
    reported += reportedNumbers(holder).length;
  }
  expect(reported).toBeGreaterThan(1_500);
});

test("control: the same round catches a writer that says it before it is kept", async () => {
  const folder = await folderWithCluster();
  const holder = startHolder("write carelessly", folder);
  const { serverPid } = await holder.opened;
  await untilSaid(holder, 325);
  killServer(serverPid);
  await killHolder(holder);
  expect((await missingIn(folder, reportedNumbers(holder))).length).toBeGreaterThan(0);
});

test("a server killed under its holder is started again, and writing goes on without losing what was kept", async () => {
  const folder = await folderWithCluster();
  const embedded = await openEmbedded(folder);
  const pool = new pg.Pool({ connectionString: embedded.url });
  pool.on("error", () => {});
  await pool.query("create table kept (number int primary key)");
  const reported: number[] = [];
  let serverPid = embedded.serverPid;
  for (let number = 1; reported.length < 900; number += 1) {
    if (number % 300 === 0) killServer(serverPid);
    await pool.query("insert into kept values ($1)", [number]).then(
      () => reported.push(number),
      () => wait(20),
    );
    if (number % 300 === 0) serverPid = await newServer(pool);
  }
  await pool.end();
  expect(serverPid).not.toBe(embedded.serverPid);
  await embedded.release();
  expect(isServing(folder, serverPid)).toBe(false);
  expect(await missingIn(folder, reported)).toEqual([]);
});

/** The process id of the server that answers now, from its lock file. */
async function newServer(pool: pg.Pool): Promise<number> {
  for (;;) {
    try {
      const { rows } = await pool.query<{ pid: number }>(
        "select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid",
      );
      if (rows[0]) return rows[0].pid;
    } catch {
      await wait(20);
    }
  }
}

const momentsOfAFirstStart: Record<string, (folder: string) => boolean> = {
  "when the folder looks like a cluster": (folder) =>
    unfinishedIn(folder).some((name) => existsSync(join(folder, name, "PG_VERSION"))),
  "when the cluster is in its place": (folder) => existsSync(join(folder, "postgres")),
  "when the server has begun": (folder) => existsSync(join(folder, "postgres", "postmaster.pid")),
};

test.each(Object.entries(momentsOfAFirstStart))(
  "a first start killed %s does not stop the next",
  async (_, reached) => {
    const folder = temporaryFolder();
    const holder = startHolder("hold", folder);
    while (!reached(folder)) await wait(2);
    await killHolder(holder);
    const embedded = await openEmbedded(folder, { throwaway: true });
    await embedded.release();
    expect(unfinishedIn(folder)).toEqual([]);
  },
);
