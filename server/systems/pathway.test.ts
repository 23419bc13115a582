import fc from "fast-check";
import { expect, test } from "vitest";
import { pathwayStages, stages } from "@/db/vocabulary";
import { type Aiming, sectionsOf, showsWhere, startsAndShows, systemInOneSentence } from "./pathway";

const aiming = (changes: Partial<Aiming>): Aiming => ({
  ...{ id: "e", title: "Ring back", stage: "running", inDip: false, startsAt: null, showsAt: null, measureIds: ["m"] },
  ...changes,
});
const named = (id: string, name = id) => ({ id, name });

test("a measure stands where most experiments that aim at it see trouble, the earlier stage if as many", () => {
  const shows = (...at: (Aiming["showsAt"] | undefined)[]) =>
    showsWhere(
      "m",
      at.map((showsAt) => aiming({ showsAt: showsAt ?? null })),
    );
  expect(shows()).toBeNull();
  expect(shows(null)).toBeNull();
  expect(shows("ward", "front door", "ward")).toBe("ward");
  expect(shows("ward", "front door")).toBe("front door");
  expect(showsWhere("other", [aiming({ showsAt: "ward" })])).toBeNull();
});

test("narrowed to a stage: what shows there, then what starts there and shows elsewhere", () => {
  const experiments = [
    aiming({ showsAt: "front door", startsAt: "home", measureIds: ["a", "b"] }),
    aiming({ showsAt: "home", startsAt: "home", measureIds: ["c"] }),
  ];
  const sections = sectionsOf([named("b"), named("a"), named("c"), named("d")], experiments, "home");
  expect(sections.map(({ kind, stage, measures }) => [kind, stage, measures.map(({ id }) => id)])).toEqual([
    ["shows", "home", ["c"]],
    ["starts", "home", ["a", "b"]],
  ]);
});

test("every measure is drawn once, by name within its stage, whatever its figures", () => {
  const anything = fc.array(
    fc.record({
      showsAt: fc.option(fc.constantFrom(...pathwayStages)),
      startsAt: fc.option(fc.constantFrom(...pathwayStages)),
      measureIds: fc.subarray(["a", "b", "c", "d", "e"]),
    }),
  );
  const measures = ["e", "c", "a", "d", "b"].map((id) => named(id));
  fc.assert(
    fc.property(anything, (drafts) => {
      const sections = sectionsOf(measures, drafts.map(aiming));
      const drawn = sections.flatMap((section) => section.measures.map(({ id }) => id));
      expect(drawn.toSorted()).toEqual(["a", "b", "c", "d", "e"]);
      for (const section of sections) {
        const names = section.measures.map(({ name }) => name);
        expect(names).toEqual(names.toSorted());
      }
    }),
  );
});

test("what has ended is not counted, and only what runs is in a dip", () => {
  const all = stages.map((stage) => aiming({ stage, inDip: true, startsAt: "home", showsAt: "ward" }));
  const counts = startsAndShows(all);
  expect(counts.find(({ stage }) => stage === "home")).toEqual({ stage: "home", starts: stages.length - 1, shows: 0 });
  expect(counts.find(({ stage }) => stage === "ward")?.shows).toBe(stages.length - 1);
  expect(systemInOneSentence(all)).toBe("1 experiment running, 1 in an expected dip.");
  expect(systemInOneSentence([aiming({}), aiming({})])).toBe("2 experiments running, none in an expected dip.");
  expect(systemInOneSentence([])).toBe("No experiment is running now.");
});
