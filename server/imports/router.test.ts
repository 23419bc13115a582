import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { journal, organisations, uploads } from "@/db/schema";
import { NotFound } from "@/server/errors";
import type { JobContext } from "@/server/jobs/job";
import { asideInWords } from "@/server/measures/load/columns";
import { key, type TestPerson, testSystem } from "@/server/testing";
import { checkUpload } from "./check";
import { saveUploadRows } from "./save";

const world = testSystem();

async function aMeasure() {
  const systemId = await world.system();
  const hospital = await world.organisation(systemId, `H${crypto.randomUUID().slice(0, 8)}`);
  const community = await world.organisation(systemId, `C${crypto.randomUUID().slice(0, 8)}`);
  const imogen = await world.person("Imogen", { systemId, organisationId: hospital });
  const callum = await world.person("Callum", { systemId, organisationId: community });
  const { measureId } = await imogen.api.measures.define({
    ...{ name: "Seen late", operationalDefinition: "Seen after 4 hours", counting: "percentage", direction: "down" },
    ...{ rhythm: "week", systemId, contributors: [hospital, community], key: key() },
  });
  const [row] = await world.db.select().from(organisations).where(eq(organisations.id, hospital));
  const [other] = await world.db.select().from(organisations).where(eq(organisations.id, community));
  return {
    systemId,
    hospital,
    imogen,
    callum,
    measureId,
    names: [row?.shortName ?? "", other?.shortName ?? ""] as const,
  };
}

const jobFor = (
  person: TestPerson,
  measureId: string,
  uploadId: string,
  overrides: Partial<JobContext> = {},
): JobContext => ({
  ...{ database: world.db, payload: { personId: person.id, measureId, uploadId } },
  ...{ extendLease: async () => undefined, isStopping: () => false, ...overrides },
});

const noAnswers = { days: "", serials: "", inside: "", commas: "", dots: "", percents: "", small: "", blanks: "" };

/** Pastes, answers and checks rows; returns the upload as the person sees it. */
async function checked(person: TestPerson, measureId: string, pasted: string, answers = {}) {
  const { uploadId } = await person.api.imports.paste({ measureId, pasted, key: key() });
  const { version } = await person.api.imports.find({ measureId, uploadId });
  await person.api.imports.check({ measureId, uploadId, version, ...noAnswers, ...answers, key: key() });
  await checkUpload(jobFor(person, measureId, uploadId));
  return { uploadId, found: await person.api.imports.find({ measureId, uploadId }) };
}
const header = "Week\tOrg\tNumerator\tDenominator\tRAG";
const line = (...cells: (string | number)[]) => [...cells, "green"].join("\t");

test("what can be read in two ways is asked once; the colours are dropped and it is said", async () => {
  const { imogen, measureId, names } = await aMeasure();
  const pasted = [header, line("06/04/2026", names[0], "1,100", 2000), line("13/04/2026", names[0], "<5", "")].join(
    "\n",
  );
  const { uploadId } = await imogen.api.imports.paste({ measureId, pasted, key: key() });
  const found = await imogen.api.imports.find({ measureId, uploadId });
  expect(found.questions.map(({ name, ask }) => [name, ask])).toEqual([
    ["days", "Which day is 06/04/2026?"],
    ["commas", "Is 1,100 a thousand or more?"],
    ["small", "What does <5 stand for?"],
    ["blanks", "What does an empty cell mean?"],
  ]);
  expect(found.noticed).toEqual(asideInWords(["RAG"]));
  expect((await imogen.api.imports.start({ measureId })).unfinished).toMatchObject([{ id: uploadId, state: "read" }]);
  const sent = { measureId, uploadId, version: found.version, ...noAnswers };
  const refused = await imogen.api.imports.check({ ...sent, days: "day first", key: key() }).catch((error) => error);
  expect(refused.cause.fieldErrors).toEqual({
    commas: "Choose an answer: Is 1,100 a thousand or more?",
    small: "Choose an answer: What does <5 stand for?",
    blanks: "Choose an answer: What does an empty cell mean?",
  });
});

test("errors are named by row, column and reason; the good rows are saved once, however often the work is done", async () => {
  const { systemId, imogen, callum, hospital, measureId, names } = await aMeasure();
  const rows = [
    line("2026-04-06", names[0], 10, 100),
    line("2026-04-13", names[0], 12, 100),
    line("2026-04-13", names[0], 13, 100),
    line("2026-04-20", names[1], 1, 2),
    line("2026-04-20", names[0], 3, 2),
  ];
  const { uploadId, found } = await checked(imogen, measureId, [header, ...rows].join("\n"));
  expect(found.problems.map(({ row, column }) => [row, column])).toEqual([
    [4, null],
    [5, "Org"],
    [6, "Numerator"],
  ]);
  expect(found.problems[1]?.reason).toMatch(/^You cannot log for C.* Trust\. Ask somebody who works there\.$/);
  expect(found.found).toEqual({ good: 2, problemRows: 3, already: 0, different: 0 });
  await expect(callum.api.imports.find({ measureId, uploadId })).rejects.toThrow(new NotFound().message);

  await imogen.api.imports.save({ measureId, uploadId, version: found.version, different: "leave", key: key() });
  const work = jobFor(imogen, measureId, uploadId);
  await Promise.all([saveUploadRows(work), saveUploadRows(work)]);
  await saveUploadRows(work);
  const stored = await imogen.api.measures.ownPart({ measureId, organisationId: hospital });
  expect(stored.map(({ periodOn, numerator, revision }) => [periodOn, numerator, revision])).toEqual([
    ["2026-04-13", 12, 1],
    ["2026-04-06", 10, 1],
  ]);
  const after = await imogen.api.imports.find({ measureId, uploadId });
  expect([after.state, after.said?.slice(0, 2)]).toEqual([
    "saved",
    ["Saved 2 results, the week to 12 April 2026 to the week to 19 April 2026.", "3 rows were left out."],
  ]);
  const acts = (await world.db.select().from(journal)).filter((entry) => entry.systemId === systemId);
  expect(acts.filter(({ act }) => act.startsWith("loaded"))).toHaveLength(1);
  const [row] = await world.db.select().from(uploads).where(eq(uploads.id, uploadId));
  expect(row?.rows).toBe("");
});

test("results that are there already are left, or replaced with a reason", async () => {
  const { imogen, hospital, measureId, names } = await aMeasure();
  const part = { measureId, organisationId: hospital, periodOn: "2026-04-06", numerator: 10, denominator: 100 };
  await imogen.api.measures.log({ ...part, key: key() });
  const pasted = [header, line("2026-04-06", names[0], 12, 100), line("2026-04-13", names[0], 9, 100)].join("\n");
  const { uploadId, found } = await checked(imogen, measureId, pasted);
  expect(found.found).toEqual({ good: 1, problemRows: 0, already: 0, different: 1 });
  const save = { measureId, uploadId, version: found.version, different: "replace" as const };
  const refused = await imogen.api.imports.save({ ...save, key: key() }).catch((error) => error);
  expect(refused.cause.fieldErrors.reason).toContain("Say why");
  await imogen.api.imports.save({ ...save, reason: "Counted again", key: key() });
  await saveUploadRows(jobFor(imogen, measureId, uploadId));
  const stored = await imogen.api.measures.ownPart({ measureId, organisationId: hospital });
  expect(stored.map(({ numerator, revision, reason }) => [numerator, revision, reason])).toEqual([
    [9, 1, null],
    [12, 2, "Counted again"],
    [10, 1, null],
  ]);
});

test("whoever calls it off before the end has saved nothing; a server that stops leaves it to be taken up again", async () => {
  const { imogen, measureId, names } = await aMeasure();
  const pasted = [header, line("2026-04-06", names[0], 12, 100)].join("\n");
  const { uploadId, found } = await checked(imogen, measureId, pasted);
  await imogen.api.imports.save({ measureId, uploadId, version: found.version, different: "leave", key: key() });
  const stopped = jobFor(imogen, measureId, uploadId, { isStopping: () => true });
  await expect(saveUploadRows(stopped)).rejects.toThrow("the server stopped meanwhile");
  const callOff = () => imogen.api.imports.callOff({ measureId, uploadId, key: key() });
  await saveUploadRows(jobFor(imogen, measureId, uploadId, { extendLease: async () => void (await callOff()) }));
  expect(await imogen.api.measures.series({ measureId })).toEqual([]);
  expect((await imogen.api.imports.find({ measureId, uploadId })).state).toBe("called off");
  await expect(callOff()).rejects.toThrow("has moved on");
});
