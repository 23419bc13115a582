import fc from "fast-check";
import { expect, test } from "vitest";
import { isStorable } from "@/server/text";
import { shortName } from "./short-name";

test("takes the first sentence, or whole words of it", () => {
  expect(shortName("Ring everyone back by 11am. Then see.")).toBe("Ring everyone back by 11am");
  expect(shortName("Use 2.5 mg first")).toBe("Use 2.5 mg first");
  expect(shortName("A clinician rings every person who asked for the same day before eleven in the morning")).toBe(
    "A clinician rings every person who asked for the same day before …",
  );
});

test("is never longer than a heading may be, never empty, and never half a character", () => {
  const ideas = fc.string({ unit: "grapheme", minLength: 1 }).filter((idea) => idea.trim() !== "" && isStorable(idea));
  fc.assert(
    fc.property(ideas, (idea) => {
      const name = shortName(idea);
      expect(isStorable(name)).toBe(true);
      expect([...name].length).toBeLessThanOrEqual(67);
    }),
  );
});
