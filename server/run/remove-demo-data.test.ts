import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded/open";
import { folderWithCluster, removeTemplate, temporaryFolder } from "@/db/embedded/testing-folders";
import { installationOf } from "@/db/installation";
import { migrate } from "@/db/migrate";
import { installation } from "@/db/schema";
import { CannotStart } from "./cannot-start";
import { removeDemoData } from "./remove-demo-data";
import { readSettings } from "./settings";

vi.setConfig({ testTimeout: 60_000 });
afterAll(removeTemplate);

/** The kind of database in a data folder, migrated as by a start, and marked if requested. */
async function installationIn(folder: string, mark?: { demoWorld: boolean }) {
  const { url, release } = await openEmbedded(folder);
  await migrate(url);
  const db = connect(url, { connections: 1 });
  if (mark) await db.insert(installation).values(mark);
  const found = await installationOf(db);
  await db.$client.end();
  await release();
  return found;
}

test("the demo world goes, and the next start finds a new database", async () => {
  const folder = await folderWithCluster();
  expect(await installationIn(folder, { demoWorld: true })).toBe("demo");
  expect(await removeDemoData(readSettings({ DATA_DIR: folder }))).toBe(
    `The demo data in ${folder} is removed. The next npm start fills the demo world anew.`,
  );
  expect(await installationIn(folder)).toBe("new");
});

test("people's work is not removed", async () => {
  const folder = await folderWithCluster();
  expect(await installationIn(folder, { demoWorld: false })).toBe("real");
  const removing = removeDemoData(readSettings({ DATA_DIR: folder }));
  await expect(removing).rejects.toThrow(CannotStart);
  await expect(removing).rejects.toThrow(
    /holds people's work, not the demo world, so it was left as it is\. Set DATA_DIR/,
  );
  expect(await installationIn(folder)).toBe("real");
});

test("a database of one's own is not touched, and where there is none that is said", async () => {
  const own = removeDemoData(readSettings({ DATABASE_URL: "postgres://leeway:hunter2@127.0.0.1:1/leeway" }));
  await expect(own).rejects.toThrow(
    /^DATABASE_URL is set, and only the embedded database's demo data can be removed\./,
  );
  const nowhere = join(temporaryFolder(), "new");
  expect(await removeDemoData(readSettings({ DATA_DIR: nowhere }))).toMatch(
    /^There is no database in .* yet: npm start/,
  );
});
