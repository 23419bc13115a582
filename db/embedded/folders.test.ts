import { chmodSync, lstatSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { isPrivateToUs, socketFolder } from "./folders";
import { openEmbedded } from "./open";
import { codeOf, DatabaseProblem } from "./problem";
import { folderWithCluster, removeTemplate, temporaryFolder } from "./testing-folders";

vi.setConfig({ testTimeout: 60_000 });
afterAll(removeTemplate);

const isRoot = process.geteuid?.() === 0;
const nobody = 65_534;

/** Root has every permission, so the test runs as another user for a moment. */
async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
  if (isRoot) process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

async function refusal(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseProblem);
  return (error as DatabaseProblem).message;
}

test("a folder that cannot be written to is refused with a sentence, and so is a file", async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o555);
  expect(await asNobody(() => refusal(openEmbedded(folder)))).toBe(
    `The data folder ${folder} cannot be written to. Set DATA_DIR to a folder you can write to.`,
  );
  expect(await asNobody(() => refusal(openEmbedded(join(folder, "inside"))))).toMatch(/cannot be written to/);
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "file"), "");
  expect(await refusal(openEmbedded(join(folder, "file")))).toMatch(/is not a folder\. Set DATA_DIR/);
});

test("the cluster of another user, of another version, or none at all, is refused with a sentence", async () => {
  const folder = await folderWithCluster();
  const cluster = join(folder, "postgres");
  if (isRoot) {
    chmodSync(folder, 0o777);
    expect(await asNobody(() => refusal(openEmbedded(folder)))).toMatch(
      /belongs to another user\. Start Leeway as that/,
    );
  }
  writeFileSync(join(cluster, "PG_VERSION"), "17\n");
  expect(await refusal(openEmbedded(folder))).toMatch(
    /was made by PostgreSQL 17, and this is PostgreSQL 18\. Set PG_BIN/,
  );
  rmSync(join(cluster, "PG_VERSION"));
  expect(await refusal(openEmbedded(folder))).toMatch(/holds something that is not a database\. Move it away/);
});

test("a machine without the programs is refused with a sentence", async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  for (const [platform, sentence] of [
    ["win32", /does not run on Windows\. Set DATABASE_URL to a PostgreSQL server, version 15 or later\./],
    ["sunos", /There is no embedded database for this machine \(sunos-/],
  ] as const) {
    vi.stubGlobal(
      "process",
      new Proxy(process, { get: (it, key) => (key === "platform" ? platform : Reflect.get(it, key)) }),
    );
    expect(await refusal(openEmbedded(temporaryFolder()))).toMatch(sentence);
    vi.unstubAllGlobals();
  }
});

test("a damaged cluster says what the server said and where to read on", async () => {
  const folder = await folderWithCluster();
  rmSync(join(folder, "postgres", "global", "pg_control"));
  expect(await refusal(openEmbedded(folder))).toMatch(/did not start: .*pg_control.*\. See .*postgres\.log\.$/);
});

test("a path too long for a socket gets a private folder, found again by its name and by the lock file", async () => {
  const folder = join(temporaryFolder(), "é".repeat(50), "with, a comma; a 'quote' and $(a) \"sign");
  const first = await openEmbedded(folder, { throwaway: true });
  const socket = new URL(first.url).searchParams.get("host") ?? "";
  onTestFinished(() => rmSync(socket, { recursive: true }));
  expect(socket).not.toContain(folder);
  expect(statSync(socket).mode & 0o777).toBe(0o700);
  const client = new pg.Client(first.url);
  await client.connect();
  await client.end();
  vi.stubEnv("TMPDIR", temporaryFolder());
  const second = await openEmbedded(folder, { throwaway: true });
  vi.unstubAllEnvs();
  expect(second).toMatchObject({ started: false, url: first.url });
  await second.release();
  await first.release();
});

test("a socket folder that somebody else prepared is not used", () => {
  const temporary = temporaryFolder();
  vi.stubEnv("TMPDIR", temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  const cluster = `/${"long/".repeat(30)}postgres`;
  const folder = socketFolder(cluster, { wrap: [] });
  expect(socketFolder(cluster, { wrap: [] })).toBe(folder);
  chmodSync(folder, 0o755);
  expect(() => socketFolder(cluster, { wrap: [] })).toThrow(/belongs to somebody else/);
  expect(isPrivateToUs(folder, { wrap: [] })).toBe(false);
  rmSync(folder, { recursive: true });
  expect(isPrivateToUs(folder, { wrap: [] })).toBe(false);
  mkdirSync(join(temporary, "elsewhere"), { mode: 0o700 });
  symlinkSync(join(temporary, "elsewhere"), folder);
  expect(lstatSync(folder).isSymbolicLink()).toBe(true);
  expect(() => socketFolder(cluster, { wrap: [] })).toThrow(/belongs to somebody else/);
});

test.runIf(isRoot)(
  "root never runs the server: another user does, or nobody in a folder only root can enter",
  async () => {
    const open = await openEmbedded(temporaryFolder(), { throwaway: true });
    expect(statSync(`/proc/${open.serverPid}`).uid).not.toBe(0);
    await open.release();
    const closed = temporaryFolder();
    chmodSync(closed, 0o700);
    const within = await openEmbedded(join(closed, "data"), { throwaway: true }).catch((error: unknown) => error);
    if (within instanceof DatabaseProblem) {
      // Where user namespaces are not allowed, it reports that instead
      expect(within.message).toMatch(/PostgreSQL does not run as root, and no other user can use/);
      return;
    }
    if (within instanceof Error) throw within;
    const server = within as Awaited<ReturnType<typeof openEmbedded>>;
    expect(server.started).toBe(true);
    await server.release();
    const again = await openEmbedded(join(closed, "data"), { throwaway: true });
    await again.release();
  },
);

test("codes are read from system errors only", () => {
  expect(codeOf(Object.assign(new Error("x"), { code: "ENOENT" }))).toBe("ENOENT");
  expect(codeOf(new Error(dirname("/a/b")))).toBeUndefined();
  expect(codeOf("ENOENT")).toBeUndefined();
});
