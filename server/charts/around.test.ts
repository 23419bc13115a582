import { expect, test } from "vitest";
import { aroundChart } from "./around";
import type { Change } from "./queries";

const change = (
  experimentId: string,
  title: string | null,
  startedOn: string,
  endedOn: string | null = null,
): Change => ({
  ...{ measureId: "m", experimentId, title, startedOn, endedOn },
});
const nothing = { rebases: [], leftOut: [], notes: [], changes: [] };

test("other changes are marked by name where the reader sees them, and counted where not", () => {
  const changes = [
    change("own", "Ring back", "2026-02-09"),
    change("b", "Pooled list", "2026-01-05", "2026-03-29"),
    change("c", null, "2026-04-01"),
    change("d", "Long ago", "2025-01-05", "2025-02-01"),
  ];
  const own = aroundChart("m", { ...nothing, changes }, "own");
  expect(own.happenings).toEqual([
    { on: "2026-01-05", words: "Another change started: Pooled list" },
    { on: "2026-03-29", words: "Another change ended: Pooled list" },
    { on: "2025-01-05", words: "Another change started: Long ago" },
    { on: "2025-02-01", words: "Another change ended: Long ago" },
  ]);
  expect(own.sentences).toEqual(["2 other changes overlapped: Pooled list and 1 that you cannot see."]);
  const onMeasure = aroundChart("m", { ...nothing, changes });
  expect(onMeasure.happenings).toContainEqual({ on: "2026-02-09", words: "Started: Ring back" });
  expect(onMeasure.sentences).toEqual(["1 more change touched it, which you cannot see."]);
});

test("nothing of another measure, and nothing that was taken back, is on the chart", () => {
  const row = {
    id: "r",
    on: "2026-02-09",
    words: "Why",
    by: "Ravi",
    at: "2026-02-10",
    removedBy: null,
    removedAt: null,
  };
  const rebases = [
    { ...row, measureId: "m", removedAt: "2026-03-01", removedBy: "Ravi" },
    { ...row, measureId: "other" },
  ];
  expect(aroundChart("m", { ...nothing, rebases }).happenings).toEqual([]);
});

test("an experiment that has not started overlaps nothing", () => {
  const changes = [change("b", "Pooled list", "2026-01-05")];
  expect(aroundChart("m", { ...nothing, changes }, "own").sentences).toEqual([]);
});
