import { expect, test } from "vitest";
import { meetingsInWords, nextMeetingInWords, waitingInWords } from "./meeting-words";

test("the next meeting is a weekday with how far it is", () => {
  const next = (nextMeetingOn: string | null) => nextMeetingInWords(nextMeetingOn, "2026-05-11");
  expect(next("2026-05-14")).toBe("Next meeting: Thursday 14 May 2026, in 3 days.");
  expect(next("2026-05-12")).toBe("Next meeting: Tuesday 12 May 2026, tomorrow.");
  expect(next("2026-05-11")).toBe("Next meeting: Monday 11 May 2026, today.");
  expect(next(null)).toBe("The next meeting has no date yet.");
});

test("when a board meets is its rule, and the days after the next", () => {
  const hours = { startTime: "14:00", endTime: "16:00" };
  const rule = { frequency: "every month", week: "second", weekday: "Thursday", ...hours } as const;
  expect(meetingsInWords(rule, "2026-05-11")).toBe(
    "Second Thursday of the month, 2pm to 4pm. After that on 11 June 2026, 9 July 2026 and 13 August 2026.",
  );
  expect(meetingsInWords({ frequency: "no fixed day" }, "2026-05-11")).toBe("No fixed day.");
});

test("what waits is one sentence, also when nothing does", () => {
  expect(waitingInWords(0)).toBe("Nothing waits for an answer.");
  expect(waitingInWords(1)).toBe("1 question waits for an answer.");
  expect(waitingInWords(2, 1)).toBe("2 questions wait for an answer, and 1 answer is to be looked at again.");
  expect(waitingInWords(0, 2)).toBe("2 answers are to be looked at again.");
});
