import { expect, test } from "vitest";
import type { CoverFacts } from "./cover-facts";
import { covered } from "./covered";

import { at, boardSaid, changed, conditions, given, nothing, onBoard, takenBack, use, yes } from "./testing-facts";

type Asked = { day: string; organisation?: string; knownAt?: string };
const table: [string, CoverFacts, Asked, string | null][] = [
  ["nothing was ever asked", nothing, { day: "2027-02-10" }, null],
  ["before the answer, though within the dates", given, { day: "2027-02-02" }, null],
  ["the day of the answer, judged at its end", given, { day: "2027-02-03" }, "yes"],
  ["the last day", given, { day: "2027-04-30" }, "yes"],
  ["the day after it", given, { day: "2027-05-01" }, null],
  ["another organisation", given, { day: "2027-02-10", organisation: "NLA" }, null],
  ["a question only", { ...given, answers: [{ ...yes, answer: "question" }] }, { day: "2027-02-10" }, null],
  ["not this time", { ...given, answers: [{ ...yes, answer: "not this time" }] }, { day: "2027-02-10" }, null],
  [
    "a question, then a yes",
    { ...given, answers: [{ ...yes, id: "q", answer: "question", at: at("02-01T09:00") }, yes] },
    { day: "2027-02-10" },
    "yes",
  ],
  ["conditions nobody accepted", { ...given, answers: [conditions] }, { day: "2027-02-10" }, null],
  [
    "conditions accepted",
    { ...given, answers: [{ ...conditions, acceptedAt: at("02-05T09:00") }] },
    { day: "2027-02-10" },
    "yes",
  ],
  [
    "before they were accepted",
    { ...given, answers: [{ ...conditions, acceptedAt: at("02-05T09:00") }] },
    { day: "2027-02-04" },
    null,
  ],
  [
    "after the shorter date",
    { ...given, answers: [{ ...conditions, acceptedAt: at("02-05T09:00") }] },
    { day: "2027-04-01" },
    null,
  ],
  ["the day before it was taken back", { ...given, withdrawals: [takenBack] }, { day: "2027-03-09" }, "yes"],
  ["the day it was taken back", { ...given, withdrawals: [takenBack] }, { day: "2027-03-10" }, null],
  [
    "taken back in the very moment of the yes",
    { ...given, withdrawals: [{ ...takenBack, at: yes.at }] },
    { day: "2027-02-03" },
    null,
  ],
  [
    "taken back by another organisation",
    { ...given, withdrawals: [{ ...takenBack, organisationId: "NLA" }] },
    { day: "2027-03-10" },
    "yes",
  ],
  [
    "the team took the whole request back",
    { ...given, withdrawals: [{ ...takenBack, organisationId: null }] },
    { day: "2027-03-11" },
    null,
  ],
  ["the day before the words changed", { ...given, words: changed }, { day: "2027-03-04" }, "yes"],
  ["the day the words changed", { ...given, words: changed }, { day: "2027-03-05" }, null],
  [
    "the words changed back",
    { ...given, words: [...changed, { materialHash: "first", sinceAt: at("03-08T10:00") }] },
    { day: "2027-03-08" },
    "yes",
  ],
  ["words that nobody kept yet", { ...given, words: [] }, { day: "2027-02-10" }, null],
  ["its board has not answered", { ...given, requests: [onBoard] }, { day: "2027-02-10" }, null],
  [
    "its board said go on",
    { ...given, requests: [boardSaid({ answer: "go on", at: at("02-05T15:00") })] },
    { day: "2027-02-10" },
    "yes",
  ],
  [
    "its board thought again",
    {
      ...given,
      requests: [boardSaid({ answer: "go on", at: at("02-05T15:00") }, { answer: "stop", at: at("02-09T15:00") })],
    },
    { day: "2027-02-10" },
    null,
  ],
  ["started without asking", { ...nothing, uses: [use] }, { day: "2027-02-10" }, "use"],
  ["after its weeks", { ...nothing, uses: [use] }, { day: "2027-03-01" }, null],
  [
    "the standing permission was taken back",
    { ...nothing, uses: [use], standingWithdrawals: [{ standingId: "floor", useId: null, at: at("02-09T09:00") }] },
    { day: "2027-02-10" },
    null,
  ],
  [
    "for another experiment's use only",
    { ...nothing, uses: [use], standingWithdrawals: [{ standingId: "floor", useId: "other", at: at("02-09T09:00") }] },
    { day: "2027-02-10" },
    "use",
  ],
  ["of a use and a later yes, the yes", { ...given, uses: [use] }, { day: "2027-02-10" }, "yes"],
  [
    "as known before the withdrawal, a day after it",
    { ...given, withdrawals: [takenBack] },
    { day: "2027-03-20", knownAt: at("03-09T09:00") },
    "yes",
  ],
  ["as known before the answer", given, { day: "2027-03-20", knownAt: at("02-03T13:59") }, null],
];

test.each(table)("%s", (_, facts, { day, organisation = "OCH", knownAt }, expected) => {
  expect(covered(facts, organisation, day, { knownAt })?.id ?? null).toBe(expected);
});
