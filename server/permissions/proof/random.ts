/** Numbers that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const one = <Thing>(things: readonly Thing[]): Thing | undefined => things[Math.floor(next() * things.length)];
  return {
    one,
    chance: (probability: number) => next() < probability,
    /** One of at least one thing. */
    pick: <Thing>(...things: [Thing, ...Thing[]]): Thing => one(things) ?? things[0],
    whole: (from: number, to: number) => from + Math.floor(next() * (to - from + 1)),
    some: <Thing>(things: readonly Thing[], probability = 0.5) => things.filter(() => next() < probability),
  };
}
export type Random = ReturnType<typeof seeded>;
