import fc from "fast-check";
import { expect, test } from "vitest";
import {
  day,
  isStorable,
  isVisible,
  optionalLine,
  optionalText,
  requiredLine,
  requiredText,
  searchWords,
  tidied,
  timeOfDay,
  visibleLength,
} from "./text";

const errorOf = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues[0]?.message;

test("text is kept as typed, in one normal form", () => {
  expect(requiredText("Say it").parse("Zoe\u0308 🌻 ")).toBe("Zoë 🌻 ");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(isStorable(text) && isVisible(text) && tidied(text) === text.normalize("NFC") && !/\p{M}{5}/u.test(text));
      expect(optionalText().parse(text)).toBe(text.trim() === "" ? undefined : text.normalize("NFC"));
    }),
  );
});

test("NUL and half a character are refused with a sentence, whole characters never are", () => {
  for (const bad of ["a\u0000", "\ud83d", "\udf3b a", "\ud83d\ud83d\udf3b"]) {
    expect(errorOf(optionalText().safeParse(bad)), JSON.stringify(bad)).toContain("cannot be kept");
  }
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("🌻", "é", "ق", "a", "👩‍👩‍👧") }), (text) => {
      expect(isStorable(text)).toBe(true);
    }),
  );
});

test("what nobody sees is refused: characters without width", () => {
  for (const code of [0x200b, 0x2060, 0xfeff]) {
    const text = `Stop ${String.fromCodePoint(code)}at 15%`;
    expect(errorOf(requiredText("Say it").safeParse(text)), code.toString(16)).toContain("an invisible character");
  }
  expect(isVisible("pass\u200dword")).toBe(false);
  // Right-to-left words, joined letters and joined emoji need no such help, or the help they need is theirs
  for (const text of ["نحن ننتظر 15% من الأسرة", "می\u200cخواهم", "👩‍👩‍👧‍👦"]) {
    expect(requiredText("Say it").parse(text)).toBe(text.normalize("NFC"));
  }
});

test("direction marks and control characters are removed, so that a line reads as it is stored", () => {
  for (const code of [0x61c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069, 0x01, 0x1b, 0x7f, 0x9b]) {
    const text = `Stop ${String.fromCodePoint(code)}at 15%`;
    expect(requiredText("Say it").parse(text), code.toString(16)).toBe("Stop at 15%");
  }
  expect(requiredText("Say it").parse("One\r\ntwo\vthree\u2028four\tfive")).toBe("One\ntwo\nthree\nfour\tfive");
});

test("a name or a title is one line", () => {
  const typed = "Ring back \r\n\r\nSign in: https://evil.example\u2028now\tor never";
  const line = "Ring back Sign in: https://evil.example now or never";
  expect(requiredLine("Say what it is called").parse(typed)).toBe(line);
  expect(optionalLine().parse(typed)).toBe(line);
  expect(optionalLine().parse("\n")).toBeUndefined();
  expect(errorOf(requiredLine("Say what it is called").safeParse("\n\t"))).toBe("Say what it is called");
});

test("at most a few marks a letter, and at most 4 bytes for each letter that is allowed", () => {
  const marks = "\u0334\u0335\u0336\u0337\u0338";
  expect(errorOf(requiredText("Say it").safeParse(`Zo${marks}e`))).toContain("too many marks");
  expect(requiredText("Say it").safeParse(`Zo${marks.slice(1)}e`).success).toBe(true);
  const heavy = "👩‍👩‍👧‍👦".repeat(10); // 10 letters, 250 bytes
  expect(errorOf(requiredText("Say it", 12).safeParse(heavy))).toContain("longer than 12 characters");
  expect(requiredText("Say it", 63).safeParse(heavy).success).toBe(true);
});

test("what is searched for is one line without what cannot be searched for", () => {
  expect(searchWords.parse(" ring\u0000 back\n\u202e")).toBe("ring back");
  expect(searchWords.parse("a".repeat(300))).toHaveLength(200);
  expect(searchWords.parse(["two", "of them"])).toBeUndefined();
});

test("length counts what a person sees", () => {
  expect(visibleLength("👩‍👩‍👧🇬🇧é")).toBe(3);
  expect(requiredText("Say it", 7).safeParse("👩‍👩‍👧🇬🇧é").success).toBe(true);
  expect(errorOf(requiredText("Say it", 3).safeParse("four"))).toContain("longer than 3 characters");
});

test("what must be there is missing when it is only space", () => {
  expect(errorOf(requiredText("Say what bothers you").safeParse(" \n\t"))).toBe("Say what bothers you");
  expect(errorOf(requiredText("Say what bothers you").safeParse(undefined))).toBeDefined();
});

test("a day is a real day", () => {
  expect(day("Enter a day").parse("2028-02-29")).toBe("2028-02-29");
  expect(errorOf(day("Enter a day").safeParse("2027-02-29"))).toContain("real date");
  expect(errorOf(day("Enter a day").safeParse(undefined))).toBe("Enter a day");
});

test("a time of day is read as people write it, and what it could mean twice is asked for", () => {
  const read = {
    "2pm": "14:00",
    "8:30am": "08:30",
    " 8.30 AM": "08:30",
    "12pm": "12:00",
    "12:15 am": "00:15",
    midday: "12:00",
    midnight: "00:00",
    "14:00": "14:00",
    "08:30": "08:30",
  };
  for (const [typed, time] of Object.entries(read)) expect(timeOfDay("Enter it").parse(typed), typed).toBe(time);
  for (const typed of ["2", "2:30", "14"])
    expect(errorOf(timeOfDay("Enter it").safeParse(typed)), typed).toContain("am or pm");
  for (const typed of ["afternoon", "14pm", "0am", "25:00", "8:70am", "2pm to 4pm"])
    expect(errorOf(timeOfDay("Enter it").safeParse(typed)), typed).toBe("Enter a time of day, such as 2pm or 8:30am.");
  for (const typed of [" ", undefined]) expect(errorOf(timeOfDay("Enter it").safeParse(typed))).toBe("Enter it");
});
