import fc from "fast-check";
import { expect, test } from "vitest";
import { asLines, inBatches } from "./stored-rows";

test("rows come back as they were kept, whatever is in them and however many are read at once", () => {
  const letter = fc.constantFrom("7", "é", "😀", " ", ",", '"', "\\", "[", "]", "\n", "\r", "\u2028");
  const cells = fc.array(fc.string({ unit: letter, maxLength: 5 }), { maxLength: 4 });
  const rows = fc.array(fc.record({ row: fc.nat(), cells }), { maxLength: 20 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 9 }), (kept, most) => {
      const batches = [...inBatches(asLines(kept), most)];
      expect(batches.flat()).toEqual(kept);
      expect(batches.every((batch) => batch.length > 0 && batch.length <= most)).toBe(true);
      expect(batches).toHaveLength(Math.ceil(kept.length / most));
    }),
  );
});
