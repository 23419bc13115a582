import { londonDay } from "@/server/days";
import { lastWholePeriod, periodAfter } from "@/server/measures/periods";
import { key, type TestPerson, type TestWorld } from "@/server/testing";

const today = londonDay(new Date());
/** The week `before` weeks before the latest whole one. */
export const week = (before = 0) => periodAfter(lastWholePeriod(today, "week"), "week", -before);

/** A hospital and a community trust of one system, and somebody who works at each. */
export async function twoContributors(world: TestWorld) {
  const systemId = await world.system();
  const hospital = await world.organisation(systemId, "QUH");
  const community = await world.organisation(systemId, "OCH");
  const imogen = await world.person("Imogen", { systemId, organisationId: hospital });
  const callum = await world.person("Callum", { systemId, organisationId: community });
  return { systemId, hospital, community, imogen, callum };
}

export const overnight = {
  name: "Admitted overnight",
  operationalDefinition: "Of people seen the same day, those in a bed at midnight",
  counting: "percentage" as const,
  direction: "down" as const,
  rhythm: "week" as const,
};

export const define = async (by: TestPerson, systemId: string, contributors: string[], changes = {}) =>
  (await by.api.measures.define({ ...overnight, ...changes, systemId, contributors, key: key() })).measureId;

export type At = { measureId: string; organisationId: string };
export const logWith =
  (at: At) =>
  (by: TestPerson, periodOn: string, numerator: number, denominator = 100) =>
    by.api.measures.log({ ...at, periodOn, numerator, denominator, key: key() });

export const stopRule = {
  ...{ kind: "safety" as const, words: "15% or more", metWhen: "at or above" as const },
  ...{ threshold: 15, periodsRunning: 1 },
};
