import { xmr } from "@/server/measures/spc/xmr";
import type { Side, Subject } from "./subjects";

const day = 86_400_000;
const began = Date.UTC(1990, 0, 1);

/** A series that wanders, drifts and jumps, so that every rule has something to find; the same every time. */
function aSeries(points: number, seed: number) {
  let state = seed;
  return Array.from({ length: points }, (_, at) => {
    state = (state * 48_271) % 2_147_483_647;
    const value = 50 + (state % 1_000) / 100 + (at % 97 > 80 ? 8 : 0) + (at % 61) / 20;
    return { on: new Date(began + at * day).toISOString().slice(0, 10), value };
  });
}

/** Works series out again and again for as long as it is given: plain computing, one after the other. */
function computing(series: ReturnType<typeof aSeries>[]): Side {
  return {
    processId: process.pid,
    databaseId: null,
    run: async ({ milliseconds }) => {
      const until = performance.now() + milliseconds;
      const took: number[] = [];
      do {
        const began = performance.now();
        for (const points of series) xmr(points, { direction: "down", target: 52 });
        took.push(performance.now() - began);
      } while (performance.now() < until);
      return took;
    },
  };
}

const many = (count: number, points: number) => Array.from({ length: count }, (_, at) => aSeries(points, at + 1));

/** The chart engine with all its rules: 10 times the points or the series may take 12 times as long. */
export function engineSubjects(): Subject[] {
  const alone = { size: { times: 1, name: "in memory" }, connections: [1], before: async () => {} };
  return [
    {
      ...{ ...alone, what: "Limits and rules, 10,000 points", beside: "1,000 points" },
      ...{ ours: computing(many(1, 10_000)), bare: computing(many(1, 1_000)) },
    },
    {
      ...{ ...alone, what: "Limits and rules, 1,000 series of 60", beside: "100 series of 60" },
      ...{ ours: computing(many(1_000, 60)), bare: computing(many(100, 60)) },
    },
  ];
}
