import { expect, test } from "vitest";
import { type Proposal, whyNotDecide } from "./why-not-decide";

const one: Proposal = {
  ...{ name: "Ravi", organisation: "Penwick Trust", decided: null, endsOn: null, ended: false },
  ...{ serves: true, suspended: false, leaders: [], proposedByMe: false, isMe: false },
};
const [leader, other] = [
  { id: "leader", isAdministrator: false },
  { id: "other", isAdministrator: true },
];
const led = { leaders: [{ id: "leader", name: "Sunniva" }] };
const decided = { decision: "declined" as const, by: "Sunniva", at: "2027-01-04T09:00:00Z" };

test.each([
  ["a leader of it", leader, led, null],
  ["an administrator, where nobody else leads it", other, {}, null],
  ["an administrator, where somebody does", other, led, /Sunniva answers for Penwick Trust/],
  ["somebody else, where nobody does", leader, {}, /another administrator/],
  ["who proposed it, with whichever account", leader, { ...led, proposedByMe: true }, /You proposed it/],
  ["the leader to be", leader, { ...led, isMe: true }, /about you/],
  ["twice", leader, { ...led, decided }, /Sunniva declined it already/],
  ["after their last day", leader, { ...led, ended: true, endsOn: "2027-01-03" }, /until 3 January 2027/],
  ["where it closed", leader, { ...led, serves: false }, /does not serve/],
  ["while they are suspended", leader, { ...led, suspended: true }, /is suspended/],
])("I6: a leader to be is confirmed by %s", (_, me, more, reason) => {
  const said = whyNotDecide(me, { ...one, ...more }, "confirmed");
  if (reason === null) expect(said).toBeNull();
  else expect(said).toMatch(reason);
});

test("I6: what nobody can confirm any more can still be declined", () => {
  const moot = { ...one, ...led, ended: true, endsOn: "2027-01-03", serves: false, suspended: true };
  expect(whyNotDecide(leader, moot, "declined")).toBeNull();
});
