import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { analyse } from "@/server/charts/analyse";
import { chartData } from "@/server/charts/data";
import { seedDemoWorld } from "@/server/demo/demo";
import { demoId } from "@/server/demo/ids";
import { NotAllowed } from "@/server/errors";
import { appRouter } from "@/server/root";
import { createCallerFactory, router, signedIn } from "@/server/trpc";
import { type Answer, callAllProcedures, proceduresOf } from "./call-all-procedures";
import { exampleOf, type KnownFields } from "./examples";
import { findPlanted, measuresOfSeveral, type PlantedFigure } from "./planted";
import { listAllFigures, listExamples, plantFigures } from "./testing";

// Each test makes hundreds of calls
vi.setConfig({ testTimeout: 120_000 });

let fresh: FreshDatabase;
let planted: PlantedFigure[];
let examples: KnownFields[];
beforeAll(async () => {
  fresh = await freshDatabase();
  await seedDemoWorld(fresh.url);
  planted = await plantFigures(fresh.db);
  examples = await listExamples(fresh.db, demoId("system/quillshire"));
});
afterAll(() => fresh?.drop());

const organisation = (key: string) => demoId(`organisation/${key}`);
const callAllAs = (person: string, through: Parameters<typeof callAllProcedures>[0] = appRouter) =>
  callAllProcedures(through, fresh.db, demoId(`person/${person}`), examples);

/** Procedures whose answer has figures of two organisations for one measure. */
const proceduresWithTwo = (answers: Answer[]) =>
  answers.filter(({ text }) => measuresOfSeveral(findPlanted(text, planted)).length > 0).map(({ path }) => path);
/** The organisations whose figures occur in the answers. */
const organisationsIn = (answers: Answer[]) => [
  ...new Set(answers.flatMap(({ text }) => findPlanted(text, planted).map((one) => one.organisationId))),
];

test("every procedure has an example that it accepts: a new one is walked by itself", async () => {
  const refused: string[] = [];
  for (const [path, { _def }] of Object.entries(proceduresOf(appRouter))) {
    const { input } = exampleOf(_def.inputs, examples[0] ?? {});
    for (const schema of _def.inputs) {
      const read = await (schema as z.ZodType).safeParseAsync(input);
      if (!read.success) refused.push(`${path} takes no ${JSON.stringify(input)}: ${z.prettifyError(read.error)}`);
    }
  }
  expect(refused, "fields nobody has an example of (e2e/proof/reach/examples.ts)").toEqual([]);
});

test("figures are planted so that none is the sum of others, and each is found however it is written", () => {
  expect(planted.length).toBeGreaterThan(20);
  const single = planted.flatMap(({ figures }) => figures);
  const sums = new Set(planted.flatMap((one) => planted.map((two) => (one.figures[0] ?? 0) + (two.figures[0] ?? 0))));
  expect(single.filter((figure) => sums.has(figure))).toEqual([]);
  const [one] = planted;
  const figure = one?.figures[0] ?? 0;
  for (const text of [`{"value":${figure}}`, `${figure.toLocaleString("en-GB")} people`, `${figure}.0`]) {
    expect(findPlanted(text, planted)).toEqual([one]);
  }
});

test("a board's chair reads no organisation's figure, in no answer, refusal or chart", async () => {
  const answers = await callAllAs("cordelia");
  expect(answers.length).toBeGreaterThan(300);
  expect(organisationsIn(answers)).toEqual([]);
});

test("a leader reads their own organisation's figure and no other, and so does their deputy", async () => {
  for (const [person, own] of [
    ["jocasta", "QUH"],
    ["tomos", "MDH"],
  ] as const) {
    const answers = await callAllAs(person);
    expect(organisationsIn(answers), person).toEqual([organisation(own)]);
    expect(proceduresWithTwo(answers), person).toEqual([]);
  }
});

test("who works for an organisation reads its figure and no other", async () => {
  expect(organisationsIn(await callAllAs("imogen"))).toEqual([organisation("QUH")]);
});

test("a team reads the figures of those it works with, one organisation at a time", async () => {
  const answers = await callAllAs("kwabena");
  expect(organisationsIn(answers).toSorted()).toEqual(["MBC", "QCC", "QUH"].map(organisation).toSorted());
  expect(proceduresWithTwo(answers)).toEqual([]);
});

test("outside reach everything is not found, in the same words", async () => {
  const answers = await callAllAs("isolde");
  const named = answers.filter(({ ids }) => ids.length > 0);
  expect(named.length).toBeGreaterThan(150);
  expect(named.filter(({ code }) => code !== "NOT_FOUND").map(({ path, code }) => `${path}: ${code}`)).toEqual([]);
  expect(new Set(named.map(({ text }) => text)).size).toBe(1);
  const ids = examples
    .flatMap(({ systemId, experimentId, measureId }) => [systemId, experimentId, measureId])
    .map(String);
  const leaks = answers.filter(({ text }) => ids.some((id) => text.includes(id)));
  expect(leaks.map(({ path }) => path)).toEqual([]);
  // Nothing of this system: only the figures of her own, in another system
  expect(organisationsIn(answers)).toEqual([organisation("SHT")]);
});

test("a chart's words, table and drawing are of everyone together", async () => {
  const person = { id: demoId("person/jocasta"), name: "Jocasta", job: "", isAdministrator: false };
  const api = createCallerFactory(appRouter)({ database: fresh.db, person });
  for (const measureId of new Set(examples.map((one) => String(one.measureId)))) {
    const measure = await api.measures.find({ measureId });
    const series = await api.measures.series({ measureId });
    const drawn = JSON.stringify(chartData(analyse(measure, series), measure, { id: "chart" }));
    expect(drawn).toMatch(/\d/);
    expect(findPlanted(drawn, planted)).toEqual([]);
  }
});

describe("the walk itself is not blind", () => {
  const leaking = router({
    /** Everybody's figures in one answer, as must never happen. */
    leak: signedIn.query(({ ctx }) => listAllFigures(ctx.db)),
    refusing: signedIn.input(z.object({ measureId: z.uuid() })).query(() => {
      throw new NotAllowed();
    }),
  });

  test("a procedure that puts two organisations side by side is found out", async () => {
    const answers = await callAllAs("cordelia", leaking);
    expect(proceduresWithTwo(answers)).toEqual(["leak"]);
    expect(organisationsIn(answers).length).toBeGreaterThan(2);
  });

  test("one that refuses where it should not find is found out", async () => {
    const answers = await callAllAs("isolde", leaking);
    expect(answers.filter(({ ids, code }) => ids.length > 0 && code !== "NOT_FOUND").map(({ path }) => path)).toContain(
      "refusing",
    );
  });

  test("an input that nobody has an example of is found out", () => {
    const { input } = exampleOf([z.object({ odd: z.string().regex(/^[A-Z]{9}$/) })], {});
    expect(z.object({ odd: z.string().regex(/^[A-Z]{9}$/) }).safeParse(input).success).toBe(false);
  });
});
