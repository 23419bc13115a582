import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/server/days";
import { untilEndOf } from "@/server/format";
import { type DeputyFacts, whyNotDeputy } from "./deputy";

const ok: DeputyFacts = {
  ...{ name: "Tomos", organisation: "Larkmoor Trust", today: "2027-03-01", fromOn: "2027-03-08", endsOn: "2027-03-19" },
  ...{
    worksThere: true,
    leavesOn: null,
    already: null,
    namedLeader: false,
    theirDeputy: null,
    leaderStandsInFor: null,
  },
};
const ada = { name: "Ada", fromOn: "2027-03-10", endsOn: "2027-03-12" };

test("somebody who works there may answer in a leader's name, from today and for a single day", () => {
  expect(whyNotDeputy(ok)).toBeNull();
  expect(whyNotDeputy({ ...ok, fromOn: "2027-03-01", endsOn: "2027-03-01" })).toBeNull();
  expect(whyNotDeputy({ ...ok, leavesOn: "2027-03-19" })).toBeNull();
});

test.each<[string, Partial<DeputyFacts>, Record<string, string>]>([
  ["it is over", { fromOn: "2027-02-01", endsOn: "2027-02-28" }, { endsOn: "The last day must be today or later" }],
  ["it began before", { fromOn: "2027-02-28" }, { fromOn: "The first day must be today or later" }],
  [
    "they work elsewhere, or have left",
    { worksThere: false },
    { deputyId: "Tomos does not work in Larkmoor Trust today. Choose somebody who does" },
  ],
  [
    "they leave before its end",
    { leavesOn: "2027-03-18" },
    { endsOn: `Tomos works there only ${untilEndOf("2027-03-18")}. Choose an earlier day` },
  ],
  ["a loop", { namedLeader: true }, { deputyId: "Tomos has named you for these days. Choose somebody else" }],
  [
    "a chain through them",
    { theirDeputy: ada },
    { deputyId: "Tomos is away then and has named Ada. Choose somebody else" },
  ],
  [
    "a chain through the leader",
    { leaderStandsInFor: ada },
    {
      fromOn:
        "You stand in for Ada, 10 to 12 March 2027, and that does not pass on. Ask Ada to name somebody else first",
    },
  ],
  [
    "the same person, over days that overlap",
    { already: { ...ada, name: "Tomos" } },
    { deputyId: "Tomos answers in your name already, 10 to 12 March 2027. End that first, or choose other days" },
  ],
])("nobody answers in a leader's name when %s", (_, changed, errors) => {
  expect(whyNotDeputy({ ...ok, ...changed })).toEqual(errors);
});

test("whoever may be named works there for the whole of it, and it is not over", () => {
  const day = fc.integer({ min: -400, max: 400 }).map((count) => addDays("2027-03-01", count));
  const facts = fc.record({
    fromOn: day,
    endsOn: day,
    worksThere: fc.boolean(),
    leavesOn: fc.option(day),
    namedLeader: fc.boolean(),
    theirDeputy: fc.option(fc.constant(ada)),
    leaderStandsInFor: fc.option(fc.constant(ada)),
    already: fc.option(fc.constant(ada)),
  });
  fc.assert(
    fc.property(facts, (changed) => {
      const it = { ...ok, ...changed };
      if (whyNotDeputy(it) !== null) return;
      expect(it.worksThere && it.fromOn >= it.today && it.endsOn >= it.today).toBe(true);
      expect(it.leavesOn === null || it.leavesOn >= it.endsOn).toBe(true);
      expect([it.namedLeader, it.theirDeputy, it.leaderStandsInFor, it.already]).toEqual([false, null, null, null]);
    }),
  );
});
