import { expect, test } from "vitest";
import { nextMeetingInWords, waitingInWords } from "./meeting-words";

const meets = "Second Thursday, 2pm to 4pm";

test("the next meeting is a weekday with how far it is, or how often they meet", () => {
  const next = (nextMeetingOn: string | null) => nextMeetingInWords({ meets, nextMeetingOn }, "2026-05-11");
  expect(next("2026-05-14")).toBe("Next meeting: Thursday 14 May 2026, in 3 days.");
  expect(next("2026-05-12")).toBe("Next meeting: Tuesday 12 May 2026, tomorrow.");
  expect(next("2026-05-11")).toBe("Next meeting: Monday 11 May 2026, today.");
  expect(next(null)).toBe("It meets: Second Thursday, 2pm to 4pm.");
  expect(nextMeetingInWords({ meets: "", nextMeetingOn: null }, "2026-05-11")).toBe(
    "The next meeting has no date yet.",
  );
});

test("what waits is one sentence, also when nothing does", () => {
  expect(waitingInWords(0)).toBe("Nothing waits for an answer.");
  expect(waitingInWords(1)).toBe("1 question waits for an answer.");
  expect(waitingInWords(2, 1)).toBe("2 questions wait for an answer, and 1 answer is to be looked at again.");
  expect(waitingInWords(0, 2)).toBe("2 answers are to be looked at again.");
});
