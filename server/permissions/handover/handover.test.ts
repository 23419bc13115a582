import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { carrierHandovers, journal, news, systemOrganisations } from "@/db/schema";
import { asPerson } from "@/db/tenant-transaction";
import { untilEndOf } from "@/server/format";
import { handOverFromClosed } from "@/server/permissions/handover/hand-over";
import { anIdea, aRisk, key, testSystem } from "@/server/testing";

const world = testSystem();
const monday = "2027-02-01T09:00:00Z";
const nextDay = "2027-02-09T08:00:00Z";

/** A running experiment that OCH leads; the council PWC carries its one risk and said yes. There is a third, NLA. */
async function aRunningOne() {
  const systemId = await world.system();
  const [och, pwc, nla] = [
    await world.organisation(systemId, "OCH"),
    await world.organisation(systemId, "PWC"),
    await world.organisation(systemId, "NLA"),
  ];
  const at = (organisationId: string, role?: "leader") => ({ systemId, organisationId, role });
  const callum = await world.person("Callum", at(och));
  const [sunniva, petra, noor] = [
    await world.person("Sunniva", at(och, "leader")),
    await world.person("Petra", at(pwc, "leader")),
    await world.person("Noor", at(nla, "leader")),
  ];
  const idea = { ...anIdea, systemId, leadOrganisationId: och, takingPart: [pwc], reversible: true, plannedWeeks: 6 };
  const { experimentId } = await callum.at(monday).experiments.register({ ...idea, key: key() });
  const risk = { ...aRisk, domain: "people" as const, consequence: 2, likelihood: 2, carriedBy: [pwc] };
  await callum.at(monday).risks.record({ ...risk, experimentId, key: key() });
  await callum.at(monday).risks.setRiskOfNotTrying({ experimentId, riskOfNotTrying: "People wait", key: key() });
  const ask = async (now: string) => {
    const dates = { fromOn: now.slice(0, 10), endsOn: "2027-04-01" };
    return (await callum.at(now).permissions.ask({ experimentId, ...dates, key: key() })).requestId;
  };
  const yes = async (leader: typeof petra, organisationId: string, requestId: string, now: string) => {
    const { termsHash } = await leader.at(now).permissions.request({ experimentId, requestId });
    const answer = { experimentId, requestId, organisationId, answer: "yes" as const, inWords: "", termsHash };
    await leader.at(now).permissions.answer({ ...answer, key: key() });
  };
  await yes(petra, pwc, await ask(monday), monday);
  await callum.at(monday).experiments.start({ experimentId, key: key() });
  const stage = async (now: string) => (await callum.at(now).experiments.find({ experimentId })).stage;
  expect(await stage(monday)).toBe("running");
  const close = (organisationId: string, successorId: string | null = null) =>
    world.db
      .update(systemOrganisations)
      .set({ endsOn: "2027-02-08", successorId })
      .where(and(eq(systemOrganisations.systemId, systemId), eq(systemOrganisations.organisationId, organisationId)));
  const carriers = async (now: string) =>
    (await callum.at(now).permissions.overview({ experimentId })).carriers.map((carrier) => carrier.organisationId);
  return { systemId, och, pwc, nla, callum, sunniva, noor, experimentId, ask, yes, stage, close, carriers };
}

test("I9: what a closed organisation carried passes to its successor, which is a change of terms", async () => {
  const { systemId, pwc, nla, noor, callum, experimentId, ask, yes, stage, close, carriers } = await aRunningOne();
  await close(pwc, nla);
  expect(await stage("2027-02-08T23:59:59Z")).toBe("running");
  expect(await stage(nextDay)).toBe("nobody answers");
  await handOverFromClosed(world.db, "2027-02-08T23:00:00Z");
  expect(await carriers("2027-02-08T23:00:00Z")).toEqual([pwc]);
  await handOverFromClosed(world.db, nextDay);
  expect(await carriers(nextDay)).toEqual([nla]);
  expect(await stage(nextDay)).toBe("terms changed");
  const acts = await world.db
    .select({ act: journal.act, kind: news.kind })
    .from(journal)
    .innerJoin(news, and(eq(news.systemId, journal.systemId), eq(news.sequence, journal.sequence)))
    .where(and(eq(journal.experimentId, experimentId), isNull(journal.personId)));
  const act = `passed what PWC Trust carried ${untilEndOf("2027-02-08")} to NLA Trust`;
  expect(acts).toEqual([{ act, kind: "terms changed" }]);
  // The next morning has nothing left to pass on
  await handOverFromClosed(world.db, "2027-02-10T08:00:00Z");
  const handed = () => world.db.select().from(carrierHandovers).where(eq(carrierHandovers.systemId, systemId));
  expect(await handed()).toMatchObject([{ experimentId, fromId: pwc, toId: nla }]);
  await yes(noor, nla, await ask(nextDay), nextDay);
  await callum.at(nextDay).experiments.start({ experimentId, key: key() });
  expect(await stage(nextDay)).toBe("running");
});

test("I9: without a successor it passes to the lead organisation, and an ended experiment stays as it was", async () => {
  const [going, over] = [await aRunningOne(), await aRunningOne()];
  await over.callum.at(monday).experiments.stop({ experimentId: over.experimentId, reason: "Enough", key: key() });
  for (const one of [going, over]) await one.close(one.pwc);
  await handOverFromClosed(world.db, nextDay);
  expect(await going.carriers(nextDay)).toEqual([going.och]);
  expect(await over.carriers(nextDay)).toEqual([over.pwc]);
});

test("I9: a closed lead organisation's successor leads; without one nobody answers, and the stage says so", async () => {
  const { systemId, och, pwc, nla, callum, experimentId, close, carriers, stage } = await aRunningOne();
  await close(pwc);
  await close(och);
  await handOverFromClosed(world.db, nextDay);
  expect(await carriers("2027-02-08T09:00:00Z")).toEqual([pwc]);
  await close(och, nla);
  await world.works({
    systemId,
    organisationId: nla,
    personId: callum.id,
    role: "member",
    fromOn: "2027-01-01",
  });
  await handOverFromClosed(world.db, nextDay);
  expect(await carriers(nextDay)).toEqual([nla]);
  expect(await stage(nextDay)).toBe("terms changed");
  expect((await callum.at(nextDay).experiments.find({ experimentId })).leadOrganisation).toBe("NLA Trust");
});

test("I9: no standing permission covers what was taken over until a leader says yes", async () => {
  const { systemId, pwc, nla, noor, sunniva, callum, experimentId, close } = await aRunningOne();
  const allowed = { highestScores: { people: 9 }, longestWeeks: 12, note: "", fromOn: "2027-01-04" };
  await noor.at(monday).standing.give({ systemId, organisationId: nla, ...allowed, key: key() });
  await close(pwc, nla);
  await handOverFromClosed(world.db, nextDay);
  const start = callum.at(nextDay).experiments.start({ experimentId, key: key() });
  await expect(start).rejects.toThrow("which closed, so it needs its leader's yes");
  // Nobody but the morning's task writes it, and nobody takes it away
  const written = asPerson(world.db, sunniva.id, (tx) => tx.delete(carrierHandovers), { at: nextDay });
  await expect(written).rejects.toThrow();
  await expect(world.db.delete(carrierHandovers)).rejects.toThrow();
});
