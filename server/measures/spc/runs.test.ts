import { expect, test } from "vitest";
import { runsAnalysis } from "./runs";

const alternating = (count: number) => Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 1 : -1));

test.each([
  [10, 6, 2],
  [12, 7, 3],
  [15, 7, 4],
  [20, 7, 6],
  [24, 8, 8],
  [30, 8, 10],
  [36, 8, 13],
  [50, 9, 19],
  [60, 9, 23],
  [100, 10, 41],
  [200, 11, 88],
])("%i useful values allow a run of %i and need %i crossings", (count, longest, crossings) => {
  expect(runsAnalysis(alternating(count), 0)).toMatchObject({ longestRunAllowed: longest, crossingsNeeded: crossings });
});

test("the crossings needed are the exact 5 % quantile, whatever the length", () => {
  for (let count = 2; count <= 300; count++) {
    const n = BigInt(count - 1);
    let [ways, below, k] = [1n, 1n, 0n];
    while (below * 20n < 2n ** n) {
      ways = (ways * (n - k)) / (k + 1n);
      below += ways;
      k += 1n;
    }
    expect(runsAnalysis(alternating(count), 0).crossingsNeeded).toBe(Number(k));
  }
});

test("thousands of values still have an answer", () => {
  expect(runsAnalysis(alternating(10_000), 0).crossingsNeeded).toBe(4917);
});

test("values on the centre and missing ones are no use, and break nothing", () => {
  const found = runsAnalysis([1, 0, 1, null, 1, -1], 0);
  expect(found).toMatchObject({ useful: 4, longestRun: 3, crossings: 1 });
});

test("too long a run is a signal, and so are too few crossings", () => {
  expect(runsAnalysis([...new Array(9).fill(1), ...alternating(15)], 0)).toMatchObject({
    longestRun: 9 + 1,
    signal: true,
  });
  expect(runsAnalysis([...new Array(5).fill(1), ...new Array(5).fill(-1)], 0)).toMatchObject({
    crossings: 1,
    signal: true,
  });
  expect(runsAnalysis(alternating(24), 0).signal).toBe(false);
});

test("nothing off the centre gives no answer and no signal", () => {
  expect(runsAnalysis([5, 5, 5], 5)).toEqual({
    useful: 0,
    longestRun: null,
    longestRunAllowed: null,
    crossings: null,
    crossingsNeeded: null,
    signal: false,
  });
});
