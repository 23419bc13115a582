import { expect, test } from "vitest";
import { appRouter } from "@/server/root";
import { testSystem } from "@/server/testing";
import { notAboutPermission } from "./acts-around";
import { type Invariant, invariants } from "./invariants";
import { place } from "./testing";
import { acts, type Walked, walk } from "./walk";

// npm run proof -- permission walks a million acts; PROOF_SEED walks from another seed.
const wanted = Number(process.env.PROOF_ACTS ?? 20_000);
const firstSeed = Number(process.env.PROOF_SEED ?? 1);
/** Walks that found something once. */
const keptSeeds: number[] = [];
/** What the product does not hold yet, each with a sentence; whoever mends it takes it off. */
const notYetHeld: Partial<Record<Invariant, string>> = {};

/** What happens in the shortest of runs, so that it proves something. In a long one everything does. */
const often = [
  ...["permissions.ask", "permissions.answer", "experiments.start", "experiments.pause", "experiments.edit"],
  ...["permissions.decideInPause", "permissions.acceptConditions", "permissions.takeBack", "permissions.withdraw"],
  ...["experiments.addTeamMember", "experiments.endTeamMembership", "risks.edit", "risks.remove"],
  ...["organisations.nameDeputy", "standing.give", "boards.askReview", "boards.answerReview"],
  ...["admin.people.link", "admin.people.unlink", "admin.people.rename", "people.editProfile"],
];

const world = testSystem();
const walkFrom = async (seed: number) => walk({ seed, acts: 250, place: await place(world), db: world.db });

test("every change of the product is walked, or said to be not about permission", () => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
  const changes = Object.keys(procedures).filter((name) => procedures[name]?._def.type === "mutation");
  const said = [...Object.keys(acts), ...Object.keys(notAboutPermission)];
  expect(said.toSorted()).toEqual(changes.toSorted());
});

test("whoever does whatever in whatever order, also at once: the tables show no breach of the rules", {
  timeout: Math.max(30 * 60_000, wanted * 200),
}, async () => {
  const began = Date.now();
  const walks: (Walked & { seed: number })[] = [];
  const seeds = [...keptSeeds];
  let next = firstSeed;
  const sent = () => walks.reduce((sum, one) => sum + one.sent, 0);
  const enough = () => sent() >= wanted;
  const lane = async () => {
    while (seeds.length > 0 || !enough()) {
      const seed = seeds.pop() ?? next++;
      walks.push({ ...(await walkFrom(seed)), seed });
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  const perSecond = Math.round(sent() / ((Date.now() - began) / 1_000));
  console.info(`${sent()} acts in ${walks.length} walks from seed ${firstSeed} to ${next - 1}, ${perSecond} a second`);
  const done = timesOf(walks.flatMap((one) => [...one.done]));
  console.info([...done].map(([name, times]) => `${name} ${times}`).join(", "));
  console.info(`never: ${Object.keys(acts).filter((name) => !done.has(name))}`);
  const found = shortestOf(walks);
  for (const [invariant, one] of found)
    console.info(
      `${invariant} ${invariants[invariant]}\n  not so in seed ${one.seed}, ${one.of}\n  ${one.trail.join("\n  ")}`,
    );
  const held = walks.flatMap((one) => one.held);
  console.info(`held ${held.length}`, held.toSorted((a, b) => a.trail.length - b.trail.length)[0]);
  console.info(`${walks.reduce((sum, { uses }) => sum + uses, 0)} starts without asking`);
  const broken = walks.flatMap((one) => one.broken.map((what) => `${what} (seed ${one.seed})`));
  if (broken.length > 0) console.info(broken.join("\n"));
  for (const name of often) expect(done.get(name) ?? 0, name).toBeGreaterThan(0);
  const isLong = sent() >= 100_000;
  if (isLong) expect(Object.keys(acts).filter((name) => !done.has(name))).toEqual([]);
  expect([...found.keys()].filter((one) => !(one in notYetHeld)).toSorted()).toEqual([]);
  expect(broken).toEqual([]);
  const otherStages = walks.flatMap((one) => one.otherStages.map((what) => `${what} (seed ${one.seed})`));
  expect(otherStages.toSorted((a, b) => a.length - b.length)[0]).toBeUndefined();
});

/** How often each thing was done, the most often first. */
function timesOf(done: readonly (readonly [name: string, times: number])[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const [name, more] of done) times.set(name, (times.get(name) ?? 0) + more);
  return new Map([...times].toSorted((one, other) => other[1] - one[1]));
}

/** Of each breach the shortest sequence of acts that led to it. */
function shortestOf(walks: readonly (Walked & { seed: number })[]) {
  const all = walks.flatMap(({ seed, found }) => found.map((one) => ({ ...one, seed })));
  const shortestFirst = all.toSorted((one, other) => one.trail.length - other.trail.length);
  return new Map(shortestFirst.toReversed().map((one) => [one.invariant, one]));
}
