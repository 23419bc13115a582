import fc from "fast-check";
import { expect, test } from "vitest";
import type { QueuedResult } from "./queued-result";
import { type SendResult, sendQueue } from "./send-queue";

const measures = ["waits", "falls"];
const queued = (id: string, measureId: string, on = `2026-11-${id.padStart(2, "0")}`): QueuedResult => ({
  ...{ id, name: measureId, words: id, period: on, state: "waiting", queuedAt: "" },
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
const lost: SendResult = { problem: { data: {} }, response: { fromLeeway: false } };
const broke: SendResult = { problem: { data: {} }, response: { status: 500, fromLeeway: true } };

/** Sends all results through a network with these fates and then a good one, in rounds until nothing waits. */
async function sendAll(all: QueuedResult[], fatesInTurn: readonly Fate[], server: ReturnType<typeof aServer>) {
  const waiting = [...all];
  const remainingFates = [...fatesInTurn];
  const send = async (result: QueuedResult) => {
    const fate = remainingFates.shift() ?? "answered";
    if (fate === "never arrives") return lost;
    if (fate === "broke") return broke;
    const answer = server.save(result);
    return fate === "answer lost" ? lost : answer;
  };
  for (let round = 0; waiting.length > 0; round += 1) {
    expect(round, "it never ends").toBeLessThan(fatesInTurn.length + 2);
    await sendQueue({
      waiting: [...waiting],
      send,
      settle: async ({ id }) => void waiting.splice(waiting.findIndex((result) => result.id === id) >>> 0, 1),
    });
  }
}

const results = fc
  .array(fc.constantFrom(...measures), { minLength: 1, maxLength: 6 })
  .map((chosen) => chosen.map((measureId, place) => queued(String(place + 1), measureId)));

test("whatever the network does, each result is saved exactly once, and in the order in which it was kept", async () => {
  await fc.assert(
    fc.asyncProperty(results, fc.array(fc.constantFrom(...fates), { maxLength: 12 }), async (all, fatesInTurn) => {
      const server = aServer();
      await sendAll(all, fatesInTurn, server);
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
  await sendAll([queued("1", "waits")], ["answer lost"], server);
  expect(server.rows).toHaveLength(2);
});

test("without signal nothing after the first is tried", async () => {
  const tried: string[] = [];
  const send = async ({ id }: QueuedResult) => {
    tried.push(id);
    return lost;
  };
  const waiting = [queued("1", "waits"), queued("2", "falls")];
  expect(await sendQueue({ waiting, send, settle: async () => {} })).toBe("later");
  expect(tried).toEqual(["1"]);
});

test("a refused one is set aside with what was said, and the next ones go out", async () => {
  const settled: unknown[] = [];
  const refused: SendResult = { problem: { data: { refusal: ["No."] } }, response: { status: 422, fromLeeway: true } };
  const { save } = aServer();
  const outcome = await sendQueue({
    waiting: [queued("1", "waits"), queued("2", "waits")],
    send: async (result) => (result.id === "1" ? refused : save(result)),
    settle: async ({ id }, outcome) => void settled.push([id, outcome]),
  });
  expect(outcome).toBe("done");
  expect(settled).toEqual([
    ["1", { problem: { data: { refusal: ["No."] } } }],
    ["2", { answer: expect.objectContaining({ sentence: "Saved 2" }) }],
  ]);
});

test("a result over which Leeway breaks holds back its own measure, and no other", async () => {
  const tried: string[] = [];
  const { save } = aServer();
  const outcome = await sendQueue({
    waiting: [queued("1", "waits"), queued("2", "waits"), queued("3", "falls")],
    send: async (result) => {
      tried.push(result.id);
      return result.id === "1" ? broke : save(result);
    },
    settle: async () => {},
  });
  expect({ outcome, tried }).toEqual({ outcome: "later", tried: ["1", "3"] });
});

test("when the session is over, nothing else is sent", async () => {
  const signedOut: SendResult = { problem: { data: {} }, response: { status: 401, fromLeeway: true } };
  let sent = 0;
  const send = async () => {
    sent += 1;
    return signedOut;
  };
  const waiting = [queued("1", "waits"), queued("2", "falls")];
  expect(await sendQueue({ waiting, send, settle: async () => {} })).toBe("signed out");
  expect(sent).toBe(1);
});
