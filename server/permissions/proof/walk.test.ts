import { expect, test } from "vitest";
import { appRouter } from "@/server/root";
import { testSystem } from "@/server/testing";
import { notAboutPermission } from "./acts-around";
import { readTables } from "./table-queries";
import { place } from "./testing";
import { acts, type Walked, walk } from "./walk";

const world = testSystem();
const seconds = Number(process.env.PROOF_SECONDS ?? 40);
const first = Number(process.env.PROOF_SEED ?? 1);

test("every change of the product is walked, or said to be not about permission", () => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
  const changes = Object.keys(procedures).filter((name) => procedures[name]?._def.type === "mutation");
  const said = [...Object.keys(acts), ...Object.keys(notAboutPermission)];
  expect(said.toSorted()).toEqual(changes.toSorted());
});

test("whoever does whatever in whatever order, the tables show no breach of the rules", async () => {
  const began = Date.now();
  const done = new Map<string, number>();
  let sent = 0;
  const all: (Walked & { seed: number })[] = [];
  for (let seed = first; Date.now() - began < seconds * 1_000; seed++) {
    const walked = await walk({ seed, acts: 250, place: await place(world), read: (id) => readTables(world.db, id) });
    sent += walked.sent;
    for (const [name, times] of walked.done) done.set(name, (done.get(name) ?? 0) + times);
    all.push({ ...walked, seed });
  }
  const perSecond = Math.round(sent / ((Date.now() - began) / 1_000));
  console.info(`${sent} acts from seed ${first} in ${all.length} walks, ${perSecond} a second`);
  console.info(
    [...done]
      .toSorted((a, b) => b[1] - a[1])
      .map(([name, times]) => `${name} ${times}`)
      .join(", "),
  );
  console.info(
    "never:",
    Object.keys(acts)
      .filter((name) => !done.has(name))
      .join(", "),
  );
  const byInvariant = new Map<string, { times: number; shortest: string[]; seed: number; of: string }>();
  for (const { seed, found } of all)
    for (const { invariant, of, trail } of found) {
      const kept = byInvariant.get(invariant);
      const shorter = !kept || trail.length < kept.shortest.length;
      byInvariant.set(invariant, {
        times: (kept?.times ?? 0) + 1,
        ...(shorter ? { shortest: trail, seed, of } : { shortest: kept.shortest, seed: kept.seed, of: kept.of }),
      });
    }
  for (const [invariant, { times, shortest, seed, of }] of byInvariant)
    console.info(`${invariant} ${times} times; shortest in seed ${seed}, of ${of}:\n  ${shortest.join("\n  ")}`);
  const held = all.flatMap((one) => one.held);
  console.info(`held ${held.length}`, held.toSorted((a, b) => a.trail.length - b.trail.length)[0]);
  const broken = new Map<string, number>();
  for (const one of all.flatMap((walked) => walked.broken)) broken.set(one, (broken.get(one) ?? 0) + 1);
  console.info("broken", broken);
}, 600_000);
