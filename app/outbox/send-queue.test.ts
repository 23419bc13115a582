import fc from "fast-check";
import { expect, test } from "vitest";
import type { QueuedResult } from "./queued-result";
import { type SendResult, sendQueue } from "./send-queue";

const measures = ["waits", "falls"];
const kept = (id: string, measureId: string, on = `2026-11-${id.padStart(2, "0")}`): QueuedResult => ({
  ...{ id, name: measureId, words: id, period: on, state: "waiting", keptAt: "" },
  sent: { measureId, organisationId: "ours", periodOn: on, value: Number(id) },
});

/** Behaves as our server: the same key gets the same answer. */
function aServer({ answersByKey = true } = {}) {
  const rows: { key: string; place: string }[] = [];
  const save = ({ id, sent }: QueuedResult): SendResult => {
    const answer = { answer: { sentence: `Saved ${id}`, met: [], version: 1 } };
    if (answersByKey && rows.some((row) => row.key === id)) return answer;
    rows.push({ key: id, place: `${sent.measureId} ${sent.periodOn}` });
    return answer;
  };
  return { rows, save };
}

/** What can happen to a request: it is answered, it never arrives, or it arrives and its answer is lost. */
const fates = ["answered", "never arrives", "answer lost", "broke"] as const;
type Fate = (typeof fates)[number];
const lost: SendResult = { problem: { data: {} }, came: { fromLeeway: false } };
const broke: SendResult = { problem: { data: {} }, came: { status: 500, fromLeeway: true } };

/** Sends all results through a network with these fates and then a good one, in rounds until nothing waits. */
async function sendAll(all: QueuedResult[], theirFates: readonly Fate[], server: ReturnType<typeof aServer>) {
  const waiting = [...all];
  const left = [...theirFates];
  const send = async (one: QueuedResult) => {
    const fate = left.shift() ?? "answered";
    if (fate === "never arrives") return lost;
    if (fate === "broke") return broke;
    const answer = server.save(one);
    return fate === "answer lost" ? lost : answer;
  };
  for (let round = 0; waiting.length > 0; round += 1) {
    expect(round, "it never ends").toBeLessThan(theirFates.length + 2);
    await sendQueue({
      waiting: [...waiting],
      send,
      settle: async ({ id }) => void waiting.splice(waiting.findIndex((one) => one.id === id) >>> 0, 1),
    });
  }
}

const results = fc
  .array(fc.constantFrom(...measures), { minLength: 1, maxLength: 6 })
  .map((chosen) => chosen.map((measureId, place) => kept(String(place + 1), measureId)));

test("whatever the network does, each result is saved exactly once, and in the order in which it was kept", async () => {
  await fc.assert(
    fc.asyncProperty(results, fc.array(fc.constantFrom(...fates), { maxLength: 12 }), async (all, theirFates) => {
      const server = aServer();
      await sendAll(all, theirFates, server);
      expect(server.rows.map((row) => row.key).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      for (const measure of measures) {
        const inOrder = server.rows.filter(({ place }) => place.startsWith(measure)).map(({ key }) => key);
        expect(inOrder).toEqual(all.filter(({ sent }) => sent.measureId === measure).map(({ id }) => id));
      }
    }),
    { numRuns: 300 },
  );
});

test("the control: a server that did not know its keys would hold a result twice, and this would see it", async () => {
  const server = aServer({ answersByKey: false });
  await sendAll([kept("1", "waits")], ["answer lost"], server);
  expect(server.rows).toHaveLength(2);
});

test("without signal nothing after the first is tried", async () => {
  const tried: string[] = [];
  const send = async ({ id }: QueuedResult) => {
    tried.push(id);
    return lost;
  };
  const waiting = [kept("1", "waits"), kept("2", "falls")];
  expect(await sendQueue({ waiting, send, settle: async () => {} })).toBe("later");
  expect(tried).toEqual(["1"]);
});

test("a refused one is set aside with what was said, and the next ones go out", async () => {
  const settled: unknown[] = [];
  const refused: SendResult = { problem: { data: { refusal: ["No."] } }, came: { status: 422, fromLeeway: true } };
  const { save } = aServer();
  const went = await sendQueue({
    waiting: [kept("1", "waits"), kept("2", "waits")],
    send: async (one) => (one.id === "1" ? refused : save(one)),
    settle: async ({ id }, outcome) => void settled.push([id, outcome]),
  });
  expect(went).toBe("done");
  expect(settled).toEqual([
    ["1", { problem: { data: { refusal: ["No."] } } }],
    ["2", { answer: expect.objectContaining({ sentence: "Saved 2" }) }],
  ]);
});

test("a result over which Leeway breaks holds back its own measure, and no other", async () => {
  const tried: string[] = [];
  const { save } = aServer();
  const went = await sendQueue({
    waiting: [kept("1", "waits"), kept("2", "waits"), kept("3", "falls")],
    send: async (one) => {
      tried.push(one.id);
      return one.id === "1" ? broke : save(one);
    },
    settle: async () => {},
  });
  expect({ went, tried }).toEqual({ went: "later", tried: ["1", "3"] });
});

test("when the session is over, nothing else is sent", async () => {
  const signedOut: SendResult = { problem: { data: {} }, came: { status: 401, fromLeeway: true } };
  let sent = 0;
  const send = async () => {
    sent += 1;
    return signedOut;
  };
  const waiting = [kept("1", "waits"), kept("2", "falls")];
  expect(await sendQueue({ waiting, send, settle: async () => {} })).toBe("signed out");
  expect(sent).toBe(1);
});
