import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { acceptedConditions, permissionAnswers, permissionReplies, permissionRequests } from "@/db/schema";
import { asPerson } from "@/db/tenant-transaction";
import { addDays } from "@/server/days";
import { key, registerWithRisk, testSystem } from "@/server/testing";

const world = testSystem();
const now = "2027-01-04T09:00:00Z";
const dates = { fromOn: "2027-01-04", endsOn: "2027-03-31" };
const askedAgain = "asked again since";

async function team() {
  const systemId = await world.system();
  const organisationId = await world.organisation(systemId, "OCH");
  const lead = await world.person("Callum", { systemId, organisationId });
  const leader = await world.person("Sunniva", { systemId, organisationId, role: "leader" });
  const api = lead.at(now);
  const experimentId = await registerWithRisk({ ...lead, api }, { systemId, organisationId });
  const on = () => ({ experimentId, key: key() });
  const ask = async (days: object = {}) => (await api.permissions.ask({ ...dates, ...days, ...on() })).requestId;
  type Answer = "yes" | "yes with conditions" | "question" | "not this time";
  const say = async (requestId: string, answer: Answer, more: object = {}) => {
    const { termsHash } = await leader.at(now).permissions.request({ experimentId, requestId });
    const said = { requestId, organisationId, termsHash, answer, inWords: "So we think", ...more };
    await leader.at(now).permissions.answer({ ...said, ...on() });
    const { answers } = await leader.at(now).permissions.request({ experimentId, requestId });
    return answers.at(-1)?.id ?? "";
  };
  const takeBack = (requestId: string) => api.permissions.takeBack({ ...on(), requestId, reason: "Not yet" });
  const withdraw = (requestId: string) =>
    leader.at(now).permissions.withdraw({ ...on(), requestId, organisationId, reason: "The ward is short" });
  const accept = (answerId: string) => api.permissions.acceptConditions({ ...on(), answerId });
  const reply = (answerId: string) => api.permissions.reply({ ...on(), answerId, inWords: "The night sister" });
  return { systemId, organisationId, experimentId, lead, leader, api, ask, say, takeBack, withdraw, accept, reply };
}
const conditions = { endsOn: "2027-02-28" };

test("I4: what answers a request is refused once a newer one has replaced it, also where that was taken back", async () => {
  const it = await team();
  const older = await it.ask();
  const questionId = await it.say(older, "question");
  const conditionsId = await it.say(older, "yes with conditions", conditions);
  const open = await it.ask({ endsOn: "2027-04-30" });
  await it.takeBack(open);
  await expect(it.reply(questionId)).rejects.toThrow(askedAgain);
  await expect(it.accept(conditionsId)).rejects.toThrow(askedAgain);
  const other = await team();
  const first = await other.ask();
  await other.takeBack(await other.ask());
  await expect(other.say(first, "yes")).rejects.toThrow(askedAgain);
});

test("I4: conditions are not accepted after the organisation's later no to the newer request", async () => {
  const it = await team();
  const conditionsId = await it.say(await it.ask(), "yes with conditions", conditions);
  await it.say(await it.ask({ endsOn: "2027-04-30" }), "not this time");
  await expect(it.accept(conditionsId)).rejects.toThrow(askedAgain);
  expect((await it.api.experiments.find({ experimentId: it.experimentId })).stage).toBe("idea");
});

test("I4: conditions are not accepted where the leader took them back", async () => {
  const it = await team();
  const requestId = await it.ask();
  const conditionsId = await it.say(requestId, "yes with conditions", conditions);
  await it.withdraw(requestId);
  await expect(it.accept(conditionsId)).rejects.toThrow("holds no longer");
  await expect(it.say(requestId, "yes")).rejects.toThrow("has taken it back");
});

test("I4: the tables refuse it too, and days that are no permission's", async () => {
  const it = await team();
  const { systemId, organisationId, leader, lead } = it;
  const older = await it.ask();
  const questionId = await it.say(older, "question");
  const conditionsId = await it.say(older, "yes with conditions", conditions);
  const newer = await it.ask({ endsOn: "2027-04-30" });
  const [asked] = await world.db.select().from(permissionRequests).where(sql`id = ${newer}`);
  if (!asked) throw new Error("not asked");
  const { id: _, ...same } = asked;
  const said = { requestId: older, organisationId, answer: "yes" as const, termsHash: asked.termsHash };
  const asApp = (write: Parameters<typeof asPerson>[2]) => asPerson(world.db, lead.id, write);
  const refused = [
    () => asApp((tx) => tx.insert(permissionAnswers).values({ ...said, systemId, answeredBy: leader.id })),
    () =>
      asApp((tx) =>
        tx.insert(permissionReplies).values({ systemId, answerId: questionId, inWords: "", repliedBy: lead.id }),
      ),
    () =>
      asApp((tx) => tx.insert(acceptedConditions).values({ systemId, answerId: conditionsId, acceptedBy: lead.id })),
    () => asApp((tx) => tx.insert(permissionRequests).values({ ...same, fromOn: "2020-01-01", endsOn: "2020-02-01" })),
    () => world.db.insert(permissionRequests).values({ ...same, fromOn: "2028-02-29", endsOn: "2029-02-28" }),
    () => world.db.insert(permissionRequests).values({ ...same, fromOn: "2028-02-29", endsOn: "2028-02-28" }),
  ];
  for (const write of refused) await expect(write()).rejects.toThrow("Failed query");
});

test("I4: asking anew again and again reaches the board, with an overlap, without a day between or after a pause of some days", async () => {
  for (const gap of [-5, 1, 2, 14]) {
    const it = await team();
    let fromOn = dates.fromOn;
    const months: string[] = [];
    for (let time = 1; time <= 4; time++) {
      const endsOn = addDays(fromOn, 27);
      const sent = await it.ask({ fromOn, endsOn }).catch((error: Error) => error.message);
      months.push(sent.includes("board") ? "board" : "asked");
      if (!sent.includes("board")) await it.say(sent, "yes");
      fromOn = addDays(endsOn, gap);
    }
    expect(months.slice(0, 4), `${gap} days later`).toEqual(["asked", "asked", "asked", "board"]);
  }
});

test("I4: a system may allow less than 12 months, also in a draft", async () => {
  const it = await team();
  await world.db.execute(sql`update systems set longest_permission_months = 2 where id = ${it.systemId}`);
  const sentence = "lasts at most 2 months. Choose 3 March 2027";
  await expect(it.ask()).rejects.toThrow(sentence);
  const draft = { ...dates, version: 0, experimentId: it.experimentId, key: key() };
  await expect(it.api.permissions.saveDraft(draft)).rejects.toThrow(sentence);
  await it.ask({ endsOn: "2027-03-03" });
});
