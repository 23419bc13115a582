import { expect, test } from "vitest";
import { noticeIn, noticeSentence } from "./notices";

test("a code of ours is known, and gives its sentence", () => {
  expect(noticeIn({ notice: "signed out" })).toBe("signed out");
  expect(noticeSentence({ notice: "signed out" })).toBe("You are signed out.");
});

test("an address cannot make the product say anything else", () => {
  for (const notice of ["Your account is closed", "", "constructor", "toString", ["signed out"], undefined])
    expect([noticeIn({ notice }), noticeSentence({ notice })]).toEqual([undefined, null]);
});

test("a code without a sentence is left to the page's own heading", () => {
  expect(noticeIn({ notice: "experiment paused" })).toBe("experiment paused");
  expect(noticeSentence({ notice: "experiment paused" })).toBeNull();
});
