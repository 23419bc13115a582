import { expect, test } from "vitest";
import { isExpired, isFresh, type NextStep, nextStepFor, retryDelayMs } from "./rules";

const cases: [string, Parameters<typeof nextStepFor>[0], NextStep][] = [
  ["nothing came back", { fromLeeway: false }, "later"],
  ["a guest network's own page", { status: 200, fromLeeway: false }, "later"],
  ["a guest network's refusal", { status: 403, fromLeeway: false }, "later"],
  ["what stands before Leeway finds nobody", { status: 502, fromLeeway: false }, "later"],
  ["Leeway stops just now", { status: 503, fromLeeway: true }, "later"],
  ["too slow", { status: 408, fromLeeway: true }, "later"],
  ["too many at once", { status: 429, fromLeeway: true }, "later"],
  ["the session is over", { status: 401, fromLeeway: true }, "signed out"],
  ["somebody else was first", { status: 422, fromLeeway: true }, "needs you"],
  ["corrected meanwhile", { status: 409, fromLeeway: true }, "needs you"],
  ["no longer theirs", { status: 403, fromLeeway: true }, "needs you"],
  ["out of reach", { status: 404, fromLeeway: true }, "needs you"],
  ["Leeway breaks over it", { status: 500, fromLeeway: true }, "later for its measure"],
];
test.each(cases)("%s", (_, response, next) => {
  expect(nextStepFor(response)).toBe(next);
});

test("it is tried every 15 seconds, less often when it was in vain for long, and never less than every 2 minutes", () => {
  expect([0, 1, 4, 5, 6, 7, 50].map((failures) => retryDelayMs(failures) / 1_000)).toEqual([
    15, 15, 15, 30, 60, 120, 120,
  ]);
});

test("a key is good until the session's last moment", () => {
  expect([isExpired(1_000, 999), isExpired(1_000, 1_000)]).toEqual([false, true]);
});

test("a device fetches what it may need every 10 minutes at most", () => {
  expect([isFresh(0, 599_999), isFresh(0, 600_000)]).toEqual([true, false]);
});
