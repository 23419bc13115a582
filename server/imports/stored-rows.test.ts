import fc from "fast-check";
import { expect, test } from "vitest";
import { asLines, inBatches } from "./stored-rows";

test("rows are read back as they were stored, whatever their content and the batch size", () => {
  const letter = fc.constantFrom("7", "é", "😀", " ", ",", '"', "\\", "[", "]", "\n", "\r", "\u2028");
  const cells = fc.array(fc.string({ unit: letter, maxLength: 5 }), { maxLength: 4 });
  const rows = fc.array(fc.record({ row: fc.nat(), cells }), { maxLength: 20 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 9 }), (stored, batchSize) => {
      const batches = [...inBatches(asLines(stored), batchSize)];
      expect(batches.flat()).toEqual(stored);
      expect(batches.every((batch) => batch.length > 0 && batch.length <= batchSize)).toBe(true);
      expect(batches).toHaveLength(Math.ceil(stored.length / batchSize));
    }),
  );
});
