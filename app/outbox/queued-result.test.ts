import { expect, test } from "vitest";
import { type QueuedResult, toTypedResult } from "./queued-result";
import { needsYouInWords, resultInWords, waitingInWords, whyInWords } from "./sentences";

const waits = { id: "m", name: "Overnight waits", unit: "a week", decimals: 0, rhythm: "week" as const };
const discharged = { ...waits, name: "Home by lunchtime", unit: "%", decimals: 1, rhythm: "month" as const };

test("a result is told as its writer would say it", () => {
  const week = toTypedResult(waits, { organisationId: "o", periodOn: "2026-11-16", value: 91 }, "key");
  expect(resultInWords(week)).toBe("91 in the week to 22 November 2026");
  const month = toTypedResult(
    discharged,
    { organisationId: "o", periodOn: "2026-10-01", numerator: 33, denominator: 90 },
    "key",
  );
  expect(resultInWords(month)).toBe("33 of 90 in October 2026");
});

test("what is sent is what was typed, with the measure and nothing else", () => {
  const part = { organisationId: "o", periodOn: "2026-11-16", value: 0 };
  expect(toTypedResult(waits, part, "key")).toMatchObject({ id: "key", sent: { ...part, measureId: "m" } });
});

const queued = (state: QueuedResult["state"], why?: string): QueuedResult => ({
  ...toTypedResult(waits, { organisationId: "o", periodOn: "2026-11-16", value: 1 }, "key"),
  ...{ state, why, queuedAt: "" },
});

test("only what waits is counted as waiting", () => {
  expect(waitingInWords([queued("waiting"), queued("needs you"), queued("sent"), queued("waiting")])).toBe(
    "Waiting to send 2",
  );
  expect([1, 2].map(needsYouInWords)).toEqual(["1 result needs you", "2 results need you"]);
});

test("why one was not saved is said without anybody else's words", () => {
  expect(whyInWords(queued("needs you", "FORBIDDEN"))).toBe("Not saved: you may not add results there any more.");
  expect(whyInWords(queued("needs you", "UNPROCESSABLE_CONTENT"))).toMatch(/^Not saved: something changed/);
});
