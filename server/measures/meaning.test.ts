import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { experiments, measures, termsEdits, termsVersions } from "@/db/schema";
import { findTerms } from "@/server/permissions/terms/queries";
import { hashMaterial } from "@/server/permissions/terms/terms";
import { key, registerWithRisk, type TestPerson, testSystem } from "@/server/testing";
import { permissionsEndInWords } from "./permissions-end";

const world = testSystem();
/** Long past, so that who is on the team is the same by the clock of the test. */
const now = "2025-01-06T09:00:00Z";

/** Two experiments on one measure: the first with permission asked for, the second an idea. */
async function onOneMeasure() {
  const systemId = await world.system();
  const [ours, theirs] = [await world.organisation(systemId, "OCH"), await world.organisation(systemId, "NLA")];
  const at = { systemId, organisationId: ours };
  const lead = await world.person("Callum", at);
  const api = lead.at(now);
  const leader = await world.person("Sunniva", { ...at, role: "leader" });
  const [experimentId, otherId] = [
    await registerWithRisk({ ...lead, api }, at),
    await registerWithRisk({ ...lead, api }, at),
  ];
  const { measureId } = await api.measures.defineForExperiment({
    ...{ name: "Calls", operationalDefinition: "Every call", contributors: [ours, theirs], unit: "calls" },
    ...{ key: key(), experimentId, role: "outcome", counting: "count", direction: "up", rhythm: "month" },
  });
  await api.measures.chooseForExperiment({ experimentId: otherId, measureId, role: "process", key: key() });
  const days = { fromOn: "2025-01-06", endsOn: "2025-03-31" };
  const { requestId } = await api.permissions.ask({ experimentId, ...days, key: key() });
  const { termsHash } = await leader.at(now).permissions.request({ experimentId, requestId });
  const saysYes = (by: TestPerson = leader) =>
    by.at(now).permissions.answer({
      ...{ experimentId, requestId, termsHash, organisationId: ours, answer: "yes", inWords: "", key: key() },
    });
  const redefines = async (by: TestPerson, words: object) => {
    const { name, operationalDefinition, unit, direction, preset, chartKind, suppressSmall, version } =
      await api.measures.find({ measureId });
    const asItStands = { name, operationalDefinition, unit, direction, preset, chartKind, suppressSmall, version };
    return by.at(now).measures.redefine({ measureId, ...asItStands, ...words, key: key() });
  };
  const stage = async () => (await api.experiments.find({ experimentId })).stage;
  const ids = { systemId, ours, theirs, experimentId, otherId, measureId, requestId };
  return { ...ids, lead, leader, api, saysYes, redefines, stage };
}

test("I7: a redefinition under a pending request makes it 'terms changed', side by side, and its author answers nothing", async () => {
  const { systemId, ours, experimentId, otherId, requestId, leader, lead, api, saysYes, redefines } =
    await onOneMeasure();
  const clerk = await world.person("Clerk", { systemId, organisationId: ours, role: "leader" });
  await redefines(clerk, { operationalDefinition: "Every call that was answered" });

  await expect(saysYes()).rejects.toMatchObject({ cause: { name: expect.any(String) } });
  const request = await leader.at(now).permissions.request({ experimentId, requestId });
  expect(request.changes?.differences).toEqual([
    {
      part: "A measure",
      before: expect.stringContaining("Every call. "),
      now: expect.stringContaining("Every call that was answered. "),
    },
  ]);
  for (const id of [experimentId, otherId]) {
    const [row] = await world.db.select().from(experiments).where(eq(experiments.id, id));
    expect(row?.materialHash).toBe(hashMaterial(await findTerms(world.db, id)));
    const edits = await world.db.select().from(termsEdits).where(eq(termsEdits.experimentId, id));
    expect(edits).toContainEqual(expect.objectContaining({ part: "measures", editedBy: clerk.id }));
    const versions = await world.db.select().from(termsVersions).where(eq(termsVersions.experimentId, id));
    expect(versions).toContainEqual(expect.objectContaining({ materialHash: row?.materialHash, changedBy: clerk.id }));
  }
  const days = { fromOn: "2025-01-06", endsOn: "2025-03-31" };
  const again = await api.permissions.ask({ experimentId, ...days, key: key() });
  const { canAnswerFor } = await clerk.at(now).permissions.request({ experimentId, requestId: again.requestId });
  expect(canAnswerFor).toEqual([]);
  expect(lead.id).not.toBe(clerk.id);
});

test("I7: what ends permissions is said before saving, and saved only by somebody who knows it", async () => {
  const { theirs, experimentId, measureId, lead, api, saysYes, redefines, stage } = await onOneMeasure();
  expect(await api.measures.permissionsEnd({ measureId })).toBe("");
  await saysYes();
  await api.experiments.start({ experimentId, key: key() });
  const sentence = await api.measures.permissionsEnd({ measureId });
  expect(sentence).toMatch(/^1 experiment with permission rests on this meaning: ".+"\. Its permission has to be/);

  const anew = { operationalDefinition: "Every call that was answered" };
  await expect(redefines(lead, anew)).rejects.toThrow("Say that you know this");
  const end = { measureId, organisationId: theirs, endsOn: "2025-01-31" };
  await expect(api.measures.endContribution({ ...end, key: key() })).rejects.toThrow("Say that you know this");
  expect((await api.measures.find({ measureId })).operationalDefinition).toBe("Every call");
  expect(await stage()).toBe("running");

  await redefines(lead, { target: 12 });
  expect(await stage()).toBe("running");
  await redefines(lead, { ...anew, knowsPermissionsEnd: true });
  expect(await stage()).toBe("terms changed");
  await redefines(lead, { operationalDefinition: "Every call" });
  expect(await stage()).not.toBe("terms changed");
});

test("I7: changes of a measure and of the experiments on it, all at once, wait for one another and leave the hashes right", async () => {
  const { experimentId, otherId, measureId, ours, lead, api, redefines } = await onOneMeasure();
  const rule = { kind: "talk" as const, words: "", measureId, metWhen: "below" as const, threshold: 20 };
  for (let round = 1; round <= 4; round += 1) {
    const results = await Promise.allSettled([
      redefines(lead, { operationalDefinition: `Every call, as of ${round}` }),
      api.dips.setStopRule({ ...rule, periodsRunning: round, experimentId, key: key() }),
      api.measures.chooseForExperiment({ experimentId: otherId, measureId, role: "balancing", key: key() }),
      api.measures.log({ measureId, organisationId: ours, periodOn: `2024-0${round}-01`, value: 30, key: key() }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "fulfilled"]);
    for (const id of [experimentId, otherId]) {
      const [row] = await world.db.select().from(experiments).where(eq(experiments.id, id));
      expect(row?.materialHash).toBe(hashMaterial(await findTerms(world.db, id)));
    }
    await api.measures.takeOffExperiment({ experimentId: otherId, measureId, key: key() });
  }
});

test("I7: a measure that is chosen while its meaning changes is in the terms with the new meaning", async () => {
  const { otherId, measureId, api } = await onOneMeasure();
  await api.measures.takeOffExperiment({ experimentId: otherId, measureId, key: key() });
  let choosing: Promise<unknown> = Promise.resolve();
  await world.db.transaction(async (tx) => {
    await tx.update(measures).set({ operationalDefinition: "Calls that rang" }).where(eq(measures.id, measureId));
    choosing = api.measures.chooseForExperiment({ experimentId: otherId, measureId, role: "process", key: key() });
    // Long enough to be done, if it did not wait
    await Promise.race([choosing, new Promise((resolve) => setTimeout(resolve, 1_000))]);
  });
  await choosing;
  const [row] = await world.db.select().from(experiments).where(eq(experiments.id, otherId));
  expect(row?.materialHash).toBe(hashMaterial(await findTerms(world.db, otherId)));
});

test("what ends permissions names a few, and counts those out of sight", () => {
  const [seen, hidden] = [{ title: "Ring back" }, { title: null }];
  expect(permissionsEndInWords([])).toBe("");
  expect(permissionsEndInWords([seen, hidden, hidden])).toBe(
    '3 experiments with permission rest on this meaning: "Ring back" and 2 others. Their permission has to be asked for again.',
  );
});
