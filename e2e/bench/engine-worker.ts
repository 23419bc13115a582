// Computes charts' limits and rules in a process of its own, so that no other work's garbage is collected meanwhile
import { xmr } from "@/server/measures/spc/xmr";

/** How many series of how many points to compute, repeatedly; the answer is how long each repetition took. */
export type EngineRequest = { series: number; points: number; milliseconds: number };

const day = 86_400_000;
const began = Date.UTC(1990, 0, 1);

/** A series with noise, drift and jumps, so that every rule finds something; the same every time. */
function makeSeries(points: number, seed: number) {
  let state = seed;
  return Array.from({ length: points }, (_, at) => {
    state = (state * 48_271) % 2_147_483_647;
    const value = 50 + (state % 1_000) / 100 + (at % 97 > 80 ? 8 : 0) + (at % 61) / 20;
    return { on: new Date(began + at * day).toISOString().slice(0, 10), value };
  });
}

const made = new Map<string, ReturnType<typeof makeSeries>[]>();

process.on("message", ({ series, points, milliseconds }: EngineRequest) => {
  const name = `${series} of ${points}`;
  const all = made.get(name) ?? Array.from({ length: series }, (_, at) => makeSeries(points, at + 1));
  made.set(name, all);
  const until = performance.now() + milliseconds;
  const took: number[] = [];
  do {
    const begun = performance.now();
    for (const series of all) xmr(series, { direction: "down", target: 52 });
    took.push(performance.now() - begun);
  } while (performance.now() < until);
  process.send?.({ took });
});
process.once("disconnect", () => process.exit());
process.send?.("ready");
