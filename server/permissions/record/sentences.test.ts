import { describe, expect, test } from "vitest";
import { untilEndOf } from "@/server/format";
import type { PermissionRecord, RecordAnswer, RecordFigure } from "./record";
import { answerInWords, askedInWords, dipInWords, jobsInWords, recordEvents, statusInWords } from "./sentences";
import { maxSheetWords, sheetOf, wordsOn } from "./sheet";

const och = { id: "och", name: "OCH Trust" };
const dip = {
  ...{ id: "d", measure: { id: "m", name: "Seen in 2 hours" }, unit: "%", worstValue: 70, carriedBy: [och] },
  ...{ fromOn: "2027-01-11", endsOn: "2027-02-07" },
};
const terms: NonNullable<PermissionRecord["terms"]> = {
  ...{ problem: "People wait", predictionBecause: "", measures: [] },
  ...{
    changeIdea: "A nurse rings first",
    place: "Ashlode",
    prediction: "fewer visits",
    riskOfNotTrying: "People wait",
  },
  ...{ takingPart: [och], team: [{ id: "callum", name: "Callum" }], expectedDips: [dip], stopRules: [] },
  risks: [
    {
      ...{ id: "r", harm: "A fall", whoIsAffected: "People at home", domain: "people", consequence: 4, likelihood: 2 },
      ...{ controls: "A call", earlyWarning: "A bruise", carriedBy: [och] },
    },
  ],
};
const yes: RecordAnswer = {
  ...{
    id: "a",
    organisation: och.name,
    by: "Sunniva",
    job: "",
    inPlaceOf: null,
    answer: "yes",
    inWords: "I explain it",
  },
  ...{ endsOn: null, tighterDips: null, accepted: null, replies: [], at: "2027-01-05T10:00:00+00:00" },
};
const week = (on: string, value: number | null) => ({ on, value, contributed: 1, expected: 1 });
const figure = (points: RecordFigure["points"]): RecordFigure => ({
  measure: {
    ...{ id: "m", name: "Seen in 2 hours", unit: "%", decimals: 0, direction: "up", rhythm: "week", target: null },
    ...{
      baselinePoints: null,
      contributors: [och],
      rebasedOn: [],
      leftOutOn: [],
      preset: "NHS England tools",
      chartKind: "XmR",
    },
  },
  ...{ dip, points, knownThen: ["0 of the last 12 weeks were below 70%."] },
});
const record: PermissionRecord = {
  ...{ id: "p", experimentId: "e", title: "Nurse first", system: "Larkmoor", leadOrganisation: och.name, terms },
  ...{ hash: "0".repeat(64), fromOn: "2027-01-11", endsOn: "2027-03-31", today: "2027-02-10" },
  asked: { by: "Callum", job: "Nurse", at: "2027-01-04T09:00:00+00:00" },
  askedOf: [{ organisation: och.name, leaders: ["Sunniva"] }],
  ...{ answers: [yes], standing: [], boards: [], takenBack: [], turns: [], pauseDecisions: [], wordsChangedAt: null },
  ...{ renews: null, renewedBy: [], conclusion: null, figures: [] },
};
const turn = { pauseReason: null, reason: "", by: "Callum" };
const conditions: RecordAnswer = { ...yes, answer: "yes with conditions", endsOn: "2027-02-28" };
const accepted = { by: "Callum", at: "2027-01-06T09:00:00+00:00" };
const board = { board: "Place Board", question: "May it?", answers: [] };

test.each<[string, Partial<PermissionRecord>, string]>([
  ["given", {}, `It holds ${untilEndOf("2027-03-31")}.`],
  ["given for later", { today: "2027-01-10" }, "It begins on 11 January 2027."],
  ["over", { today: "2027-04-01" }, "It ended on 31 March 2027."],
  ["waiting", { answers: [] }, "Not everybody has said yes yet."],
  ["asked a question", { answers: [{ ...yes, answer: "question" }] }, "Not everybody has said yes yet."],
  ["never answered", { answers: [], today: "2027-04-01" }, "Its days are over, and not everybody had said yes."],
  ["not this time", { answers: [{ ...yes, answer: "not this time" }] }, "The answer was: not this time."],
  ["conditions nobody accepted", { answers: [conditions] }, "Not everybody has said yes yet."],
  ["conditions accepted", { answers: [{ ...conditions, accepted }] }, `It holds ${untilEndOf("2027-02-28")}.`],
  ["a board that is silent", { boards: [board] }, "Every leader has said yes. The board's yes is missing."],
  [
    "other words",
    { wordsChangedAt: "2027-02-01T09:00:00+00:00" },
    "The words have changed since, so it does not cover what is done now.",
  ],
  [
    "taken back",
    { takenBack: [{ organisation: och.name, by: "Sunniva", reason: "Harm", at: "2027-02-03T09:00:00+00:00" }] },
    "It was taken back on 3 February 2027, so it holds no longer.",
  ],
  [
    "stopped meanwhile",
    { turns: [{ ...turn, turn: "stopped", at: "2027-02-03T09:00:00+00:00" }] },
    "The experiment ended on 3 February 2027, and the permission with it.",
  ],
  [
    "concluded long after",
    { today: "2027-05-01", turns: [{ ...turn, turn: "concluded", at: "2027-04-20T09:00:00+00:00" }] },
    "It ended on 31 March 2027.",
  ],
])("where it stands: %s", (_, changes, sentence) => expect(statusInWords({ ...record, ...changes })).toBe(sentence));

test("jobs as they were then, each person's once", () => {
  expect(jobsInWords({ ...record, answers: [{ ...yes, job: "Matron” said yes (now chief nurse)" }, yes] })).toBe(
    "Their jobs then: Callum “Nurse” and Sunniva “Matron' said yes (now chief nurse)”.",
  );
  expect(jobsInWords({ asked: { ...record.asked, job: null }, answers: [yes] })).toBe("");
});

test("who asked and who answered, in whose place, with their own words", () => {
  expect(askedInWords(record)).toBe(
    `Callum asked on 4 January 2027 for permission from 11 January 2027 ${untilEndOf("2027-03-31")}.`,
  );
  const inPlace = answerInWords({ ...conditions, by: "Tomos", inPlaceOf: "Sunniva", accepted });
  expect(inPlace).toBe(
    `Tomos in place of Sunniva for OCH Trust said yes with conditions on 5 January 2027, ${untilEndOf("2027-02-28")}. “I explain it” Callum accepted them on 6 January 2027.`,
  );
});

test.each<[string, RecordFigure["points"], Partial<PermissionRecord>, string]>([
  [
    "all within",
    [week("2027-01-04", 40), week("2027-01-11", 70), week("2027-01-18", 90)],
    {},
    "Seen in 2 hours: 2 of 2 weeks within the agreed dip to 70%.",
  ],
  [
    "some outside",
    [week("2027-01-11", 69), week("2027-01-18", 60), week("2027-01-25", 80)],
    {},
    "Seen in 2 hours: 1 of 3 weeks within the agreed dip to 70%, 2 outside it, the furthest 60% in the week to 24 January 2027.",
  ],
  [
    "only to where leaders agreed",
    [week("2027-01-11", 72)],
    { answers: [{ ...conditions, accepted, tighterDips: [{ dipId: "d", worstValue: 75 }] }] },
    "Seen in 2 hours: 0 of 1 week within the agreed dip to 75%, 1 outside it, the furthest 72% in the week to 17 January 2027.",
  ],
  ["no result", [week("2027-01-11", null)], {}, "Seen in 2 hours: no result in the days of the agreed dip to 70%."],
])("a dip: %s", (_, points, changes, sentence) => {
  expect(dipInWords({ ...record, ...changes }, figure(points))).toBe(sentence);
});

test("what happened is told oldest first, whoever did it", () => {
  const events = recordEvents({
    ...record,
    turns: [
      { ...turn, turn: "started", at: "2027-01-11T09:00:00+00:00" },
      { ...turn, turn: "paused", pauseReason: "a stop rule was met", by: null, at: "2027-02-02T09:00:00+00:00" },
    ],
    takenBack: [{ organisation: och.name, by: "Sunniva", reason: "A fall.", at: "2027-02-01T09:00:00+00:00" }],
  });
  expect(events.map(({ sentence }) => sentence)).toEqual([
    "Started on 11 January 2027.",
    "Sunniva for OCH Trust took it back on 1 February 2027: “A fall.”",
    "Paused on 2 February 2027 by a stop rule: a stop rule was met.",
  ]);
});

describe("the sheet", () => {
  test("has everything when there is room, and leaves nothing off", () => {
    const sheet = sheetOf({ ...record, figures: [figure([week("2027-01-11", 72)])] });
    expect(sheet).toMatchObject({ leftOff: [], wholeFollows: false });
    expect(sheet.terms.map(({ term }) => term)).toContain("Risk 1: 8, high");
  });

  test("never cuts: what is too long is there in whole or named as left off, and the whole words follow", () => {
    const long = "Somebody wrote a great deal about this. ".repeat(50).trim();
    const sheet = sheetOf({
      ...record,
      terms: { ...terms, riskOfNotTrying: long, prediction: long },
      answers: [{ ...yes, inWords: long }],
    });
    expect(sheet.wholeFollows).toBe(true);
    expect(sheet.leftOff).toEqual(["the prediction", "the risk of not trying", "what leaders said"]);
    expect(wordsOn(sheet)).toBeLessThanOrEqual(maxSheetWords);
    const shown = [...sheet.terms.map(({ text }) => text), ...sheet.decided].join(" ");
    expect(shown).toContain("A nurse rings first.");
    expect(shown).not.toContain("Somebody wrote");
  });

  test("leaves off more where the paper has no room for it, and says so", () => {
    const on = (maxLines: number) =>
      sheetOf(record, ({ decided, terms: lines }) => decided.length + lines.length <= maxLines);
    const [all, fewer] = [on(100), on(6)];
    expect(all.leftOff).toEqual([]);
    expect(fewer.decided.length + fewer.terms.length).toBeLessThanOrEqual(6);
    expect(fewer.leftOff).toContain("who takes part");
    expect(fewer.wholeFollows).toBe(false);
  });
});
