import { expect, test } from "vitest";
import { anIdea, key, registerWithRisk, testSystem } from "@/server/testing";
import { DAYS_ARE_OVER, LAST_DAY_BEFORE_FIRST } from "@/server/text";
import { NO_RESULTS_YET, problemWithWindow } from "./dip";

const world = testSystem();
const now = "2027-01-04T09:00:00Z";

async function team() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const elsewhere = await world.organisation(systemId, "NLA");
  const callum = await world.person("Callum", { systemId, organisationId });
  const api = callum.at(now);
  const registered = async () =>
    (await api.experiments.register({ ...anIdea, key: key(), systemId, leadOrganisationId: organisationId }))
      .experimentId;
  const experimentId = await registerWithRisk({ ...callum, api }, { systemId, organisationId });
  const { measureId } = await api.measures.defineForExperiment({
    ...{ name: "Calls", operationalDefinition: "Every call", contributors: [organisationId], unit: "calls" },
    ...{ key: key(), experimentId, role: "outcome", counting: "count", direction: "up", rhythm: "month" },
  });
  const dip = { measureId, worstValue: 10, fromOn: "2027-01-04", endsOn: "2027-03-31", carriedBy: [organisationId] };
  const leader = (await world.person("Sunniva", { systemId, organisationId, role: "leader" })).at(now);
  return { api, leader, organisationId, elsewhere, experimentId, dip, registered };
}

test("a dip is refused where nothing could show it, and says of a figure without results that nobody knows", async () => {
  const { api, elsewhere, experimentId, dip, registered } = await team();
  const expects = (changes: Partial<typeof dip> = {}, on = experimentId) =>
    api.dips.expect({ ...dip, ...changes, experimentId: on, key: key() });
  await expect(expects({ endsOn: "2027-01-20" })).rejects.toThrow(
    String(problemWithWindow({ ...dip, endsOn: "2027-01-20" }, "month")),
  );
  await expect(expects({ endsOn: "2027-01-03" })).rejects.toThrow(LAST_DAY_BEFORE_FIRST);
  await expect(expects({ fromOn: "2020-01-01", endsOn: "2020-03-31" })).rejects.toThrow(DAYS_ARE_OVER);
  await expect(expects({ carriedBy: [elsewhere] })).rejects.toThrow("organisations that take part");
  await expect(expects({}, await registered())).rejects.toThrow("one of the measures of this experiment");
  expect((await api.dips.list({ experimentId })).dips).toEqual([]);

  await expects();
  const [expected] = await api.permissions.dips({ experimentId });
  expect(expected?.outlook).toMatchObject({
    last: [],
    sentences: [NO_RESULTS_YET],
  });
});

test("words too long, or with what nobody sees in them, are refused with a sentence and nothing is saved", async () => {
  const { api, experimentId } = await team();
  const sets = (words: string) => api.dips.setStopRule({ kind: "safety", words, experimentId, key: key() });
  await expect(sets("x".repeat(100_000))).rejects.toThrow("This is longer than 300 characters");
  await expect(sets("Stop at\u200b 15%")).rejects.toThrow("an invisible character");
  expect((await api.dips.list({ experimentId })).stopRules).toEqual([]);
  // A mark that turns the direction of the line is taken out
  await sets("Stop at 51\u202e%");
  expect((await api.dips.list({ experimentId })).stopRules).toMatchObject([{ words: "Stop at 51%" }]);
});

test("a dip is agreed once the leader has said yes to it, and no longer once its words are changed", async () => {
  const { api, leader, organisationId, experimentId, dip } = await team();
  const isAgreed = async () => {
    const [{ dips }, onChart] = [
      await api.dips.list({ experimentId }),
      await api.charts.ofMeasure({ measureId: dip.measureId }),
    ];
    expect(onChart.agreed.dips.map(({ agreed }) => agreed)).toEqual(dips.map(({ agreed }) => agreed));
    return dips.map(({ agreed }) => agreed);
  };
  await api.dips.expect({ ...dip, experimentId, key: key() });
  expect([await isAgreed(), await api.permissions.windows({ experimentId })]).toEqual([[false], []]);

  const dates = { fromOn: "2027-01-04", endsOn: "2027-03-31" };
  const { requestId } = await api.permissions.ask({ experimentId, ...dates, key: key() });
  expect(await isAgreed()).toEqual([false]);
  const { termsHash } = await leader.permissions.request({ experimentId, requestId });
  const yes = { answer: "yes" as const, inWords: "", organisationId, termsHash };
  await leader.permissions.answer({ experimentId, requestId, ...yes, key: key() });
  expect([await isAgreed(), await api.permissions.windows({ experimentId })]).toEqual([[true], [dates]]);

  await api.dips.expect({ ...dip, worstValue: 5, experimentId, key: key() });
  expect(await isAgreed()).toEqual([false, false]);
});
