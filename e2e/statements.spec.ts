import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded/open";
import { sessionCookieName, startSession } from "@/server/auth/session";
import { root } from "@/server/run/command";
import { pages } from "./every-page";
import { startLeeway } from "./leeway";
import { expect, test } from "./story";

/** What a page may send to the database, from the look-up of who opens it to the end of its transaction. */
const most = 12;

const folder = join(root, ".e2e", "statements");
const file = join(folder, "statements.txt");

test("no page sends more than a few statements to the database", async () => {
  rmSync(folder, { recursive: true, force: true });
  const counter = pathToFileURL(join(import.meta.dirname, "count-statements.mjs")).href;
  const leeway = await startLeeway({
    dataDir: folder,
    env: { NODE_OPTIONS: `--import ${counter}`, STATEMENTS_FILE: file },
  });
  const embedded = await openEmbedded(folder);
  const db = connect(embedded.url, { connections: 1 });
  try {
    const counted: { page: string; statements: number }[] = [];
    for (const [pattern, who, address] of pages) {
      const cookie = who ? await cookieOf(db, who) : "";
      const before = sent(address).length;
      const answer = await fetch(new URL(address, leeway.address), { headers: { cookie } });
      await answer.text();
      const statements = async () => sent(address).slice(before);
      await expect.poll(async () => isComplete(await statements())).toBe(true);
      counted.push({ page: `${pattern} as ${who ?? "anyone"}`, statements: (await statements()).length });
    }
    console.log(counted.map(({ page, statements }) => `${String(statements).padStart(3)} ${page}`).join("\n"));
    expect(counted.filter(({ statements }) => statements > most)).toEqual([]);
  } finally {
    await db.$client.end();
    await embedded.release();
    await leeway.stop();
  }
});

function sent(address: string): string[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines
    .map((line): { address: string; text: string } => JSON.parse(line))
    .filter((one) => one.address === address)
    .map((one) => one.text);
}

/** A page's transactions end a moment after it was answered. */
const isComplete = (texts: string[]) =>
  texts.filter((text) => text.startsWith("begin")).length ===
  texts.filter((text) => /^(commit|rollback)/.test(text)).length;

async function cookieOf(db: ReturnType<typeof connect>, firstName: string): Promise<string> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from people where name like ${`${firstName.split(" ")[0]} %`}`,
  );
  const { token } = await startSession(db, rows[0]?.id ?? "");
  return `${sessionCookieName()}=${token}`;
}
