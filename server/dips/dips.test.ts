import { expect, test } from "vitest";
import { anIdea, key, testSystem } from "@/server/testing";

const world = testSystem();
const now = "2027-01-04T09:00:00Z";

async function team() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const elsewhere = await world.organisation(systemId, "NLA");
  const api = (await world.person("Callum", { systemId, organisationId })).at(now);
  const registered = async () =>
    (await api.experiments.register({ ...anIdea, key: key(), systemId, leadOrganisationId: organisationId }))
      .experimentId;
  const experimentId = await registered();
  const { measureId } = await api.measures.defineForExperiment({
    ...{ name: "Calls", operationalDefinition: "Every call", contributors: [organisationId], unit: "calls" },
    ...{ key: key(), experimentId, role: "outcome", counting: "count", direction: "up", rhythm: "month" },
  });
  const dip = { measureId, worstValue: 10, fromOn: "2027-01-04", untilOn: "2027-03-31", carriedBy: [organisationId] };
  return { api, elsewhere, experimentId, dip, registered };
}

test("a dip is refused where nothing could show it, and says of a figure without results that nobody knows", async () => {
  const { api, elsewhere, experimentId, dip, registered } = await team();
  const expects = (changes: Partial<typeof dip> = {}, on = experimentId) =>
    api.dips.expect({ ...dip, ...changes, experimentId: on, key: key() });
  await expect(expects({ untilOn: "2027-01-20" })).rejects.toThrow("Choose days with at least 1 whole month in them");
  await expect(expects({ untilOn: "2027-01-03" })).rejects.toThrow("must not be before the first day");
  await expect(expects({ fromOn: "2020-01-01", untilOn: "2020-03-31" })).rejects.toThrow("These days are over already");
  await expect(expects({ carriedBy: [elsewhere] })).rejects.toThrow("organisations that take part");
  await expect(expects({}, await registered())).rejects.toThrow("one of the measures of this experiment");
  expect((await api.dips.list({ experimentId })).dips).toEqual([]);

  await expects();
  const [expected] = await api.permissions.dips({ experimentId });
  expect(expected?.outlook).toMatchObject({
    last: [],
    sentences: ["There are no results yet, so nobody knows how far this figure goes by itself."],
  });
});

test("words too long, or with what nobody sees in them, are refused with a sentence and nothing is saved", async () => {
  const { api, experimentId } = await team();
  const sets = (words: string) => api.dips.setStopRule({ kind: "safety", words, experimentId, key: key() });
  await expect(sets("x".repeat(100_000))).rejects.toThrow("This is longer than 300 characters");
  await expect(sets(`Stop at 51\u202e%`)).rejects.toThrow("an invisible character");
  await expect(sets("Stop at\u200b 15%")).rejects.toThrow("an invisible character");
  expect((await api.dips.list({ experimentId })).stopRules).toEqual([]);
});
