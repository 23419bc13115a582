import type { Random } from "./random";
import type { Tables } from "./table-queries";
import type { Place } from "./testing";

/** What an act is made from: the clock's day, an experiment as the tables have it, and what earlier acts brought about. */
export type Scene = {
  random: Random;
  today: string;
  people: Place["people"];
  system: Place["systems"][number];
  t: Tables;
  experimentId: string;
  measures: { id: string; systemId: string }[];
  drafts: { experimentId: string; draftId: string; version: number }[];
};
/** Who does it, most of the time; now and then it is anybody. */
export type Role = "team" | "leader" | "board" | "administrator" | "anyone";
export type Input = Record<string, unknown>;
/** How to make the input of a procedure, or null where there is nothing to do it to; `by` names who does it. */
export type Act = { weight: number; role: Role; input: (scene: Scene) => (Input & { by?: string }) | null };

export const reason = { reason: "So we think" };
export const on = ({ experimentId }: Scene) => ({ experimentId });
export const carriers = ({ random, system }: Scene) => {
  const some = random.some(system.organisations, 0.4);
  return some.length > 0 ? some : [random.pick(...(system.organisations as [string]))];
};
export const anyPerson = ({ random, people }: Scene) => random.one(people)?.id ?? "";
/** Somebody who works in the system, or did. */
export const colleague = (scene: Scene) => scene.random.one(scene.t.memberships)?.personId ?? anyPerson(scene);
/** The newest most of the time, because older ones are mostly refused. */
export const newest = <Row>({ random }: Scene, rows: readonly Row[]): Row | undefined =>
  random.chance(0.85) ? rows.at(-1) : random.one(rows);
