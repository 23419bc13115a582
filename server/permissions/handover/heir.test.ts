import fc from "fast-check";
import { expect, test } from "vitest";
import { heirOf, type Serving } from "./heir";

const open = (successorId: string | null = null): Serving => ({ open: true, successorId });
const closed = (successorId: string | null = null): Serving => ({ open: false, successorId });

test.each<[string, Record<string, Serving>, string | null]>([
  ["its successor", { a: closed("b"), b: open(), lead: open() }, "b"],
  ["its successor's successor", { a: closed("b"), b: closed("c"), c: open(), lead: open() }, "c"],
  ["the lead organisation, where it names none", { a: closed(), lead: open() }, "lead"],
  ["the lead organisation, where its successor has closed", { a: closed("b"), b: closed(), lead: open() }, "lead"],
  ["the lead's successor", { a: closed(), lead: closed("b"), b: open() }, "b"],
  ["nobody, where all have closed", { a: closed("b"), b: closed("a"), lead: closed() }, null],
])("I9: what a closed organisation carried passes to %s", (_, serving, heir) => {
  expect(heirOf("a", "lead", new Map(Object.entries(serving)))).toBe(heir);
});

test("I9: whoever takes over is open, however successors point at each other", () => {
  const ids = ["a", "b", "c", "d", "lead"];
  const one = fc.record({ open: fc.boolean(), successorId: fc.option(fc.constantFrom(...ids)) });
  fc.assert(
    fc.property(fc.tuple(one, one, one, one, one), (each) => {
      const serving = new Map(ids.map((id, index) => [id, each[index] as Serving]));
      const heir = heirOf("a", "lead", serving);
      if (heir === null) expect(serving.get("a")?.open || serving.get("lead")?.open).toBe(false);
      else expect(serving.get(heir)?.open).toBe(true);
    }),
  );
});
