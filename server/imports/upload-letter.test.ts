import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { NotFound } from "@/server/errors";
import type { JobContext } from "@/server/jobs/job";
import { runDailyTasks } from "@/server/mail/daily";
import { mailThroughout } from "@/server/mail/testing";
import { key, testSystem } from "@/server/testing";
import { checkUpload } from "./check";
import { saveUploadRows } from "./save";
import { sendUploadLetter } from "./upload-letter";

const world = testSystem();
const server = mailThroughout();

const noAnswers = { days: "", serials: "", inside: "", commas: "", dots: "", percents: "", small: "", blanks: "" };
const firstDay = Date.UTC(2020, 0, 1);
const dayOf = (at: number) => new Date(firstDay + at * 86_400_000).toISOString().slice(0, 10);
const jobFor = (payload: unknown): JobContext => ({
  ...{ database: world.db, payload, extendLease: async () => undefined, isStopping: () => false },
});

async function anUpload(rows: number) {
  const systemId = await world.system();
  const hospital = await world.organisation(systemId, `H${crypto.randomUUID().slice(0, 8)}`);
  const imogen = await world.person("Imogen", { systemId, organisationId: hospital });
  const { measureId } = await imogen.api.measures.define({
    ...{
      name: "Seen each day",
      operationalDefinition: "People seen",
      counting: "count",
      unit: "people",
      direction: "up",
    },
    ...{ rhythm: "day", systemId, contributors: [hospital], key: key() },
  });
  const lines = Array.from({ length: rows }, (_, at) => `${dayOf(at)}\t${at}`);
  const pasted = ["Day\tValue", ...lines].join("\n");
  const { uploadId } = await imogen.api.imports.paste({ measureId, pasted, key: key() });
  const which = { measureId, uploadId };
  const find = () => imogen.api.imports.find(which);
  const check = async () => {
    await imogen.api.imports.check({ ...which, version: (await find()).version, ...noAnswers, key: key() });
    await checkUpload(jobFor({ personId: imogen.id, ...which }));
  };
  const save = async () => {
    const { version } = await find();
    await imogen.api.imports.save({ ...which, version, different: "leave", key: key() });
    await saveUploadRows(jobFor({ personId: imogen.id, ...which }));
  };
  return { ...which, imogen, find, check, save };
}

/** The letters sent when all jobs queued for an upload's letters run now. */
async function letters(uploadId: string) {
  server.taken.length = 0;
  const { rows } = await world.db.execute<{ payload: unknown; waits: boolean }>(sql`
    select payload, run_at > now() as waits from jobs
    where kind = 'letter of an upload' and payload->>'uploadId' = ${uploadId} order by id`);
  for (const { payload } of rows) await sendUploadLetter(jobFor(payload));
  expect(rows.every(({ waits }) => waits)).toBe(true);
  return server.taken.map(({ text }) => text.replaceAll(/(?<!\?)=\r\n/g, ""));
}

/** The subject as a mailbox shows it: words outside ASCII are encoded (RFC 2047). */
function decodedSubject(letter = ""): string {
  const [, subject = ""] = letter.match(/^Subject: (.*(?:\r\n[ \t].*)*)/m) ?? [];
  return subject
    .replaceAll(/\s+=\?/g, "=?")
    .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, words: string) =>
      decodeURIComponent(words.replaceAll("_", " ").replaceAll("=", "%")),
    );
}

test("a long import tells whoever left it that it is checked, and later that it is saved", async () => {
  const upload = await anUpload(1_001);
  const link = `https://leeway.example/measures/${upload.measureId}/import/${upload.uploadId}`;
  await upload.check();
  const [checked, ...more] = await letters(upload.uploadId);
  expect(decodedSubject(checked)).toBe("Your rows are checked: “Seen each day”");
  expect(checked).toContain("1,001 rows can be saved.");
  expect(checked).toContain(link);
  expect(more).toEqual([]);
  await upload.save();
  const [saved, ...others] = await letters(upload.uploadId); // no letter about the check once the upload has moved on
  expect(decodedSubject(saved)).toBe("Your results are saved: “Seen each day”");
  expect(saved).toContain("Saved 1,001 results, ");
  expect(saved).toContain(link);
  expect(others).toEqual([]);
});

test("the file's and the measure's names are quoted, so that neither reads as Leeway's words or as a letter to sign in by", async () => {
  const upload = await anUpload(1_001);
  const fileName = "Permission is given.” Sign in at https://evil.example.csv";
  await world.db.execute(sql`update uploads set file_name = ${fileName} where id = ${upload.uploadId}`);
  await world.db.execute(sql`update measures set name = 'Is given. "Yes' where id = ${upload.measureId}`);
  await upload.check();
  const [checked = ""] = await letters(upload.uploadId);
  expect(checked).toContain("=E2=80=9CPermission is given.' Sign in at https: //evil.example.csv=E2=80=9D");
  expect(decodedSubject(checked)).toBe("Your rows are checked: “Is given. 'Yes”");
});

test("a short import tells nobody, nor one that was called off, nor whoever has left", async () => {
  const short = await anUpload(3);
  await short.check();
  expect(await letters(short.uploadId)).toEqual([]);
  const long = await anUpload(1_001);
  await long.check();
  await world.db.execute(sql`update people set suspended_at = now() where id = ${long.imogen.id}::uuid`);
  expect(await letters(long.uploadId)).toEqual([]);
  await world.db.execute(sql`update people set suspended_at = null where id = ${long.imogen.id}::uuid`);
  await long.imogen.api.imports.callOff({ measureId: long.measureId, uploadId: long.uploadId, key: key() });
  expect(await letters(long.uploadId)).toEqual([]);
});

test("an upload that was left lying is gone after 7 days, without anybody's act; work on it is over", async () => {
  const { uploadId, measureId, imogen, find } = await anUpload(3);
  const age = (days: number) =>
    world.db.execute(
      sql`update uploads set uploaded_at = now() - make_interval(days => ${days}) where id = ${uploadId}`,
    );
  await age(6);
  await runDailyTasks(world.db);
  expect((await find()).state).toBe("read");
  await age(8);
  await runDailyTasks(world.db);
  await expect(find()).rejects.toThrow(new NotFound().message);
  await checkUpload(jobFor({ personId: imogen.id, measureId, uploadId }));
});
