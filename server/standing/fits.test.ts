import fc from "fast-check";
import { expect, test } from "vitest";
import { untilEndOf } from "@/server/format";
import { fitsStanding, type Standing, type Wish } from "./fits";
import { standingInWords } from "./in-words";

const floor: Standing = {
  ...{
    id: "floor",
    organisationId: null,
    organisation: null,
    givenBy: "Cordelia",
    fromOn: "2027-01-01",
    endsOn: null,
    giverInvolved: false,
  },
  highestScores: { "quality and safety": 6, people: 6, service: 6 },
  ...{ longestWeeks: 12, note: "" },
};
const own: Standing = {
  ...{ ...floor, id: "own", organisationId: "OCH", organisation: "Ostlebeck", givenBy: "Sunniva" },
  ...{ highestScores: { people: 9 }, longestWeeks: 4, endsOn: "2027-02-10" },
};
const wish: Wish = {
  ...{ organisation: "Ostlebeck", risks: [{ domain: "people", score: 6 }], dips: [], reversible: true },
  ...{ plannedWeeks: 6, today: "2027-02-01", firstUsedOn: null, refused: false, tookOverFrom: null },
};

test.each<[string, Partial<Wish>, Standing[], string[]]>([
  [
    "a score above the most",
    { risks: [{ domain: "people", score: 9 }] },
    [floor],
    ["Score 9 is above 6, the most that Ostlebeck allows without asking."],
  ],
  [
    "a domain nobody named",
    { risks: [{ domain: "finance", score: 1 }] },
    [floor],
    ["Ostlebeck allows nothing about finance without asking."],
  ],
  [
    "a dip",
    { dips: ["2-hour visits"] },
    [floor],
    ['It expects "2-hour visits" to dip, and a dip needs the leader\'s own yes.'],
  ],
  [
    "nobody said whether it can be undone",
    { reversible: null },
    [floor],
    ["Say whether it can be undone at any time."],
  ],
  [
    "I10: it cannot be undone, whatever is allowed",
    { reversible: false },
    [floor],
    ["It cannot be undone, and Ostlebeck allows only what can be, without asking."],
  ],
  ["nobody said how long", { plannedWeeks: null }, [floor], ["Say for how many weeks you plan to try it."]],
  [
    "longer than the longest",
    { plannedWeeks: 16 },
    [floor],
    ["16 weeks is longer than 12 weeks, the most that Ostlebeck allows without asking."],
  ],
  [
    "it has had its weeks",
    { firstUsedOn: "2026-11-09" },
    [floor],
    ["It has had the 12 weeks that Ostlebeck allows without asking."],
  ],
  [
    "I10: a score that the own words allow and the floor does not",
    { risks: [{ domain: "people", score: 9 }], plannedWeeks: 4 },
    [floor, own],
    ["Score 9 is above 6, the most that Ostlebeck allows without asking."],
  ],
  [
    "I10: a domain that the floor allows and the own words leave out",
    { risks: [{ domain: "service", score: 6 }], plannedWeeks: 4 },
    [floor, own],
    ["Ostlebeck allows nothing about service without asking."],
  ],
  [
    "I3: after a leader said anything but yes",
    { refused: true },
    [floor],
    ["A leader of Ostlebeck did not plainly say yes to this, so it needs their yes."],
  ],
  [
    "I9: what it took over from a closed organisation",
    { refused: true, tookOverFrom: "Penwick Council" },
    [floor],
    ["Ostlebeck took this over from Penwick Council, which closed, so it needs its leader's yes."],
  ],
  [
    "I5: by whoever works on it",
    { plannedWeeks: 4 },
    [floor, { ...own, giverInvolved: true }],
    ["Whoever allowed this for Ostlebeck works on it, so it needs another leader's yes."],
  ],
  ["none that holds yet", {}, [{ ...floor, fromOn: "2027-02-02" }], []],
  ["none that holds any longer", {}, [{ ...floor, endsOn: "2027-01-31" }], []],
])("%s does not fit, and says why", (_, changed, standings, sentences) => {
  expect(fitsStanding({ ...wish, ...changed }, standings)).toEqual({ fits: null, sentences });
});

test.each<[string, Partial<Wish>, Standing[], string, string]>([
  ["the floor, for the planned weeks", {}, [floor], "floor", "2027-03-14"],
  ["exactly the highest score and the longest time", { plannedWeeks: 12 }, [floor], "floor", "2027-04-25"],
  ["the organisation's own, until its own end", { plannedWeeks: 4 }, [floor, own], "own", "2027-02-10"],
  ["again after a pause, but not longer in all", { firstUsedOn: "2026-12-07" }, [floor], "floor", "2027-02-28"],
])("%s fits", (_, changed, standings, id, endsOn) => {
  const fit = fitsStanding({ ...wish, ...changed }, standings);
  expect(fit.fits && [fit.fits.id, fit.endsOn]).toEqual([id, endsOn]);
});

test("a standing permission reads as one sentence", () => {
  expect(standingInWords({ ...own, note: "Do not wait for me." })).toBe(
    `Sunniva for Ostlebeck, from 1 January 2027 ${untilEndOf("2027-02-10")}: up to score 9 (people), only what can be undone, for up to 4 weeks. Do not wait for me.`,
  );
});

const scores = fc.record({ people: fc.integer({ min: 1, max: 25 }), service: fc.integer({ min: 1, max: 25 }) });
const wishOf = ({ people, service }: { people: number; service: number }): Wish => ({
  ...wish,
  risks: [
    { domain: "people", score: people },
    { domain: "service", score: service },
  ],
});

test("I10: it fits exactly when every score is within every standing permission, and then lower scores fit as well", () => {
  fc.assert(
    fc.property(scores, scores, scores, scores, (most, ownMost, asked, less) => {
      const standings = [
        { ...floor, highestScores: most },
        { ...own, longestWeeks: 12, highestScores: ownMost },
      ];
      const { fits } = fitsStanding(wishOf(asked), standings);
      const within = (one: typeof asked, other: typeof asked) =>
        one.people <= other.people && one.service <= other.service;
      expect(fits !== null).toBe(within(asked, most) && within(asked, ownMost));
      if (fits === null) return;
      const lower = { people: Math.min(asked.people, less.people), service: Math.min(asked.service, less.service) };
      expect(fitsStanding(wishOf(lower), standings).fits).not.toBeNull();
    }),
  );
});
