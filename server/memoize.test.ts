import { expect, test, vi } from "vitest";
import { memoize } from "./memoize";

test("answers once for each thing asked, and again once it had to forget", () => {
  const answer = vi.fn((asked: number) => `${asked} weeks`);
  const known = memoize(answer, 2);
  expect([known(1), known(1), known(2), known(1)]).toEqual(["1 weeks", "1 weeks", "2 weeks", "1 weeks"]);
  expect(answer).toHaveBeenCalledTimes(2);
  expect([known(3), known(1)]).toEqual(["3 weeks", "1 weeks"]);
  expect(answer).toHaveBeenCalledTimes(4);
});

test("keeps no answer where there was none", () => {
  const known = memoize((asked: string) => {
    if (asked === "") throw new RangeError("Nothing was asked");
    return asked;
  });
  expect(() => known("")).toThrow("Nothing was asked");
  expect(() => known("")).toThrow("Nothing was asked");
});
