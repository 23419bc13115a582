import { expect, test } from "vitest";
import { untilEndOf } from "@/server/format";
import { whyNotDecideEnd } from "./renewal";

const ending = { id: "request", endsOn: "2027-03-31", renewedBy: null };

test.each([
  ["2027-03-16", `It holds ${untilEndOf("2027-03-31")}. You can renew it from 17 March 2027.`],
  ["2027-03-17", null],
  ["2027-03-31", null],
  ["2027-06-01", null], // also once it has ended
])("on %s the end of 31 March is decided, or it is said from when", (today, sentence) => {
  expect(whyNotDecideEnd(ending, today, false)).toBe(sentence);
});

test("nothing is decided where nothing was given, where it was asked for already, or after the experiment", () => {
  expect(whyNotDecideEnd(undefined, "2027-03-31", false)).toMatch("nothing to renew");
  expect(whyNotDecideEnd({ ...ending, renewedBy: "later" }, "2027-03-31", false)).toMatch("asked for longer already");
  expect(whyNotDecideEnd(ending, "2027-03-31", true)).toMatch("What comes next is a new experiment");
});
