import fc from "fast-check";
import { expect, test } from "vitest";
import { canBeKept, day, optionalWords, visibleLength, words } from "./text";

const said = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues[0]?.message;

test("text is kept as typed, in one normal form", () => {
  expect(words("Say it").parse("Zoe\u0308 🌻 ")).toBe("Zoë 🌻 ");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(canBeKept(text));
      expect(optionalWords().parse(text)).toBe(text.normalize("NFC"));
    }),
  );
});

test("NUL and half a character are refused with a sentence, whole characters never are", () => {
  for (const bad of ["a\u0000", "\ud83d", "\udf3b a", "\ud83d\ud83d\udf3b"]) {
    expect(said(optionalWords().safeParse(bad)), JSON.stringify(bad)).toContain("cannot be kept");
  }
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("🌻", "é", "ق", "a", "👩‍👩‍👧") }), (text) => {
      expect(canBeKept(text)).toBe(true);
    }),
  );
});

test("length counts what a person sees", () => {
  expect(visibleLength("👩‍👩‍👧🇬🇧é")).toBe(3);
  expect(words("Say it", 3).safeParse("👩‍👩‍👧🇬🇧é").success).toBe(true);
  expect(said(words("Say it", 3).safeParse("four"))).toContain("longer than 3 characters");
});

test("what must be there is missing when it is only space", () => {
  expect(said(words("Say what bothers you").safeParse(" \n\t"))).toBe("Say what bothers you");
  expect(said(words("Say what bothers you").safeParse(undefined))).toBeDefined();
});

test("a day is a real day", () => {
  expect(day("Enter a day").parse("2028-02-29")).toBe("2028-02-29");
  expect(said(day("Enter a day").safeParse("2027-02-29"))).toContain("real date");
  expect(said(day("Enter a day").safeParse(undefined))).toBe("Enter a day");
});
