// Works out charts' limits and rules, in a process of its own: no other work's memory is tidied meanwhile.
import { xmr } from "@/server/measures/spc/xmr";

/** So many series of so many points, worked out again and again; it answers with how long all of them took each time. */
export type Series = { series: number; points: number; milliseconds: number };

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

const made = new Map<string, ReturnType<typeof aSeries>[]>();

process.on("message", ({ series, points, milliseconds }: Series) => {
  const name = `${series} of ${points}`;
  const all = made.get(name) ?? Array.from({ length: series }, (_, at) => aSeries(points, at + 1));
  made.set(name, all);
  const until = performance.now() + milliseconds;
  const took: number[] = [];
  do {
    const begun = performance.now();
    for (const one of all) xmr(one, { direction: "down", target: 52 });
    took.push(performance.now() - begun);
  } while (performance.now() < until);
  process.send?.({ took });
});
process.once("disconnect", () => process.exit());
process.send?.("ready");
