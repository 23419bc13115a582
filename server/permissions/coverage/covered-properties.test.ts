import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, eachDay, endOfLondonDay } from "@/server/days";
import type { CoverFacts } from "./cover-facts";
import { carriersOn, coverageOf, permissionWindows } from "./coverage";
import { covered } from "./covered";
import { coveredStretches, coverOn } from "./stretches";

import { at, given, nothing, request, takenBack, use, yes } from "./testing-facts";

describe("whatever was said, in whatever order", () => {
  const day = fc
    .integer({ min: 0, max: 120 })
    .map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
  const moment = fc
    .tuple(day, fc.integer({ min: 0, max: 23 }))
    .map(([on, hour]) => `${on}T${`${hour}`.padStart(2, "0")}:00:00.000000Z`);
  const anyFacts = fc.record({
    requests: fc.tuple(day, day, fc.boolean()).map(([a, b, needsBoard]) => {
      const [fromOn = a, endsOn = b] = [a, b].toSorted();
      return [{ ...request, fromOn, endsOn, reviews: needsBoard ? [{ board: "Board", answers: [] }] : [] }];
    }),
    answers: fc.array(
      fc.record({
        id: fc.uuid(),
        requestId: fc.constant("r"),
        organisationId: fc.constantFrom("OCH", "NLA"),
        answer: fc.constantFrom("yes", "yes with conditions", "question", "not this time"),
        endsOn: fc.option(day),
        at: moment,
        acceptedAt: fc.option(moment),
        question: fc.constant(null),
      }),
      { maxLength: 4 },
    ),
    withdrawals: fc.array(
      fc.record({ requestId: fc.constant("r"), organisationId: fc.constantFrom("OCH", "NLA", null), at: moment }),
      { maxLength: 2 },
    ),
    endedInPause: fc.array(fc.record({ organisationId: fc.constantFrom("OCH", "NLA"), at: moment }), { maxLength: 1 }),
    handovers: fc.array(fc.record({ organisationId: fc.constantFrom("OCH", "NLA"), at: moment }), { maxLength: 1 }),
    uses: fc
      .array(moment, { maxLength: 2 })
      .map((all) => all.map((used, n) => ({ ...use, id: `use-${n}`, fromOn: used.slice(0, 10), at: used }))),
    standingWithdrawals: fc.array(
      fc.record({ standingId: fc.constant("floor"), useId: fc.constantFrom(null, "use-0"), at: moment }),
      { maxLength: 1 },
    ),
    words: fc.array(fc.record({ materialHash: fc.constantFrom("first", "second"), sinceAt: moment }), { maxLength: 3 }),
  }) as fc.Arbitrary<CoverFacts>;
  const always = (holds: (facts: CoverFacts, on: string) => void) =>
    fc.assert(fc.property(anyFacts, day, holds), { numRuns: 2_000 });

  test("nothing covers after its end, before its beginning, or before it was said", () => {
    always((facts, on) => {
      const cover = covered(facts, "OCH", on);
      if (!cover) return;
      const source = cover.by === "answer" ? facts.requests[0] : facts.uses.find((one) => one.id === cover.id);
      expect(on <= cover.endsOn && on >= (source?.fromOn ?? "")).toBe(true);
      const sources = [...facts.answers, ...facts.uses].filter((one) => one.id === cover.id);
      expect(sources.some((one) => one.at < endOfLondonDay(on))).toBe(true);
    });
  });

  test("after everything is taken back nothing covers", () => {
    always((facts, on) => {
      const withdrawals = [{ requestId: "r", organisationId: null, at: "2026-01-01T00:00:00.000000Z" }];
      const standingWithdrawals = [{ standingId: "floor", useId: null, at: "2026-01-01T00:00:00.000000Z" }];
      expect(covered({ ...facts, withdrawals, standingWithdrawals }, "OCH", on)).toBeNull();
    });
  });

  test("its stretches say of every day what is said when that day is asked about alone", () => {
    const everyDay = eachDay("2026-12-20", "2027-05-20");
    fc.assert(
      fc.property(anyFacts, fc.option(moment, { nil: undefined }), (facts, knownAt) => {
        const stretches = coveredStretches(facts, "OCH", { knownAt });
        const oneByOne = everyDay.map((on) => covered(facts, "OCH", on, { knownAt }));
        expect(everyDay.map((on) => coverOn(stretches, on))).toEqual(oneByOne);
        for (const [index, { fromOn, endsOn }] of stretches.entries()) {
          expect(fromOn <= endsOn && endsOn < (stretches[index + 1]?.fromOn ?? "9")).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a week is what its days are, asked one by one", () => {
    always((facts, fromOn) => {
      const days = eachDay(fromOn, addDays(fromOn, 6));
      const carriers = days.map((on) => carriersOn(facts, ["NLA"], on));
      const covers = days.map((on, index) => (carriers[index] ?? []).map((id) => covered(facts, id, on)));
      const missing = days.flatMap((on, index) => (carriers[index] ?? []).filter((id) => !covered(facts, id, on)));
      const [week] = coverageOf(facts, ["NLA"], [{ fromOn, endsOn: addDays(fromOn, 6) }]);
      expect(week?.by).toEqual(covers.at(-1)?.filter((cover) => cover !== null));
      expect(new Set(week?.missing)).toEqual(new Set(missing));
    });
  });

  test("a day lies in a window exactly when everyone who carried something was covered", () => {
    always((facts, on) => {
      const carriers = carriersOn(facts, ["NLA"], on);
      const all = carriers.length > 0 && carriers.every((id) => covered(facts, id, on) !== null);
      const windows = permissionWindows(facts, ["NLA"]);
      expect(windows.filter(({ fromOn, endsOn }) => fromOn <= on && on <= endsOn)).toHaveLength(all ? 1 : 0);
    });
  });

  test("what is said later changes nothing about a day as it was known then", () => {
    always((facts, on) => {
      const knownAt = `${on}T12:00:00.000000Z`;
      const upTo = <One extends object>(list: One[], when: (one: One) => string) =>
        list.filter((one) => when(one) <= knownAt);
      const then: CoverFacts = {
        requests: facts.requests,
        answers: upTo(facts.answers, (one) => one.at).map((one) => ({
          ...one,
          acceptedAt: one.acceptedAt !== null && one.acceptedAt <= knownAt ? one.acceptedAt : null,
        })),
        withdrawals: upTo(facts.withdrawals, (one) => one.at),
        endedInPause: upTo(facts.endedInPause, (one) => one.at),
        handovers: upTo(facts.handovers, (one) => one.at),
        uses: upTo(facts.uses, (one) => one.at),
        standingWithdrawals: upTo(facts.standingWithdrawals, (one) => one.at),
        words: upTo(facts.words, (one) => one.sinceAt),
      };
      for (const later of eachDay(on, "2027-05-10").filter((_, index) => index % 9 === 0)) {
        expect(covered(facts, "OCH", later, { knownAt })).toEqual(covered(then, "OCH", later));
      }
    });
  });
});

test("a week is covered when every one who carries something is, on each of its days", () => {
  const weeks = [
    { fromOn: "2027-02-01", endsOn: "2027-02-07" },
    { fromOn: "2027-02-08", endsOn: "2027-02-14" },
  ];
  expect(coverageOf(given, ["OCH"], weeks).map((week) => week.covered)).toEqual([false, true]);
  const two = { ...given, requests: [{ ...request, carrierIds: ["OCH", "NLA"] }] };
  expect(coverageOf(two, ["OCH"], weeks)[1]).toMatchObject({ covered: false, missing: ["NLA"] });
});

test("permissions that follow each other are one window, from the yes to the last day", () => {
  const renewal = { ...request, id: "r2", fromOn: "2027-05-01", endsOn: "2027-06-30" };
  const facts = {
    ...given,
    requests: [request, renewal],
    answers: [yes, { ...yes, id: "yes2", requestId: "r2", at: at("04-20T09:00") }],
  };
  expect(permissionWindows(facts, ["OCH"])).toEqual([{ fromOn: "2027-02-03", endsOn: "2027-06-30" }]);
  expect(permissionWindows({ ...given, withdrawals: [takenBack] }, ["OCH"])).toEqual([
    { fromOn: "2027-02-03", endsOn: "2027-03-09" },
  ]);
  expect(permissionWindows(nothing, [])).toEqual([]);
});
