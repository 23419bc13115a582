import { expect, test } from "vitest";
import { boardInput } from "./input";

const problemsOf = (meetingRule: unknown) =>
  boardInput
    .safeParse({ name: "Place Board", meetingRule })
    .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
const hours = { startTime: "2pm", endTime: "4pm" };

test("what is missing of a rule is asked for in a sentence, beside its field", () => {
  const hoursMissing = [
    "meetingRule.weekday: Choose the day of the week on which it meets.",
    "meetingRule.startTime: Enter when it starts, such as 2pm.",
    "meetingRule.endTime: Enter when it ends, such as 4pm.",
  ];
  for (const nothing of [{}, { frequency: undefined }, { frequency: "now and then" }])
    expect(problemsOf(nothing)).toEqual(["meetingRule.frequency: Choose how often it meets."]);
  expect(problemsOf({ frequency: "every week" })).toEqual(hoursMissing);
  expect(problemsOf({ frequency: "every month" })).toEqual([
    ...hoursMissing,
    "meetingRule.week: Choose which one of the month it is.",
  ]);
  expect(problemsOf({ frequency: "every second week", startTime: "", endTime: "" })).toEqual([
    ...hoursMissing,
    "meetingRule.countedFrom: Enter a day on which it meets.",
  ]);
  expect(problemsOf({ frequency: "no fixed day" })).toEqual([]);
});

test("what does not fit together is said", () => {
  const tuesdays = { frequency: "every second week", weekday: "Tuesday", countedFrom: "2026-11-24", ...hours };
  expect(problemsOf(tuesdays)).toEqual([]);
  expect(problemsOf({ ...tuesdays, countedFrom: "2026-11-26" })).toEqual([
    "meetingRule.countedFrom: 26 November 2026 is a Thursday. Enter a Tuesday on which it meets.",
  ]);
  expect(problemsOf({ ...tuesdays, endTime: "2pm" })).toEqual([
    "meetingRule.endTime: It ends before it starts. Change one of the times.",
  ]);
});

test("a rule that was checked is checked again unchanged, and keeps nothing of another choice", () => {
  const typed = { frequency: "every month", week: "last", weekday: "Friday", countedFrom: "2026-11-24", ...hours };
  const once = boardInput.parse({ name: " Place Board ", meetingRule: typed });
  const rule = { frequency: "every month", week: "last", weekday: "Friday", startTime: "14:00", endTime: "16:00" };
  expect(once).toEqual({ name: "Place Board", meetingRule: rule });
  expect(boardInput.parse(once)).toEqual(once);
});
