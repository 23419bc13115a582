import { expect, test } from "vitest";
import { figuresOf, ratioOf, type Slice } from "./figures";
import type { Measured } from "./rounds";
import { isMissed, judge, scaleRows } from "./scale";
import { againstTable, type Result, scaleTable } from "./scale-report";
import { type Work, works } from "./works";

const slice = (cpu: number): Slice => ({
  ...{ p50: 2 * cpu, p95: 3 * cpu, perSecond: 100, requests: 10, cpu: 6 * cpu, databaseCpu: 4 * cpu, statements: 70 },
});
/** A work whose operation takes so many milliseconds of processor time, beside a bare server that takes one. */
const measuredAs = (work: Work, times: number, cpu: number): Measured => {
  const [ours, bare] = [[slice(cpu)], [slice(1)]];
  return {
    ...{ what: work.name, beside: "bare Node and pg", size: { times, name: `${times}x` }, connections: 10, work },
    ...{ slices: ours, ours: figuresOf(ours), bare: figuresOf(bare), ratio: ratioOf(ours, bare), bytes: 1_234 },
  };
};
const measured = [
  measuredAs(works.list, 1, 12),
  measuredAs(works.list, 10, 18),
  measuredAs(works.listPage, 1, 20),
  measuredAs(works.homePage, 1, 23),
];
const memory = [{ size: 1, idle: 200, highest: 500 }];
const rows = scaleRows(measured);

test("a row holds processor time of both as times the bare server's, the smallest size's and the list page's", () => {
  expect(rows).toMatchObject([
    { work: "List as data", size: 1, p50: 24, cpu: 7.2, databaseCpu: 4.8, statements: 7, overBare: 12, growth: null },
    { size: 10, overBare: 18, growth: 1.5, overWork: null },
    { work: "List page", overBare: null },
    { work: "Home page", overWork: 1.15 },
  ]);
});

test("each ratio with a target is judged, and what is above it is missed", () => {
  const judged = judge(rows, memory);
  expect(judged).toHaveLength(6);
  expect(judged.filter(isMissed).map(({ what, size, value }) => [what, size, value])).toEqual([
    ["List as data", 10, 18],
    ["List as data", 10, 1.5],
    ["Memory, highest", 1, 500],
  ]);
});

test("the table says the target beside each ratio, and then what is missed and what could not be measured", () => {
  const failures = [{ what: "Home page", size: 100, problem: "/ answered 500" }];
  const lines = scaleTable({ rows, memory, failures }).split("\n");
  expect(lines[1]).toMatch(/^List as data +1x +24\.0 +7\.2 +4\.8 +1,234 +7\.0 +× 12\.0 \(≤ 14\)$/);
  expect(lines[2]).toMatch(/× 18\.0 \(≤ 14\) ! +× 1\.5 \(≤ 1\.3\) !$/);
  expect(lines[4]).toMatch(/× 1\.1 \(≤ 1\.2\)$/);
  expect(lines).toContain("Memory at 1x: 200 MB idle, 500 MB at most (targets: ≤ 220, ≤ 420 !).");
  expect(lines).toContain("3 of 6 targets are missed:");
  expect(lines).toContain("  List as data at 10x: 1.5 times itself at the smallest size, target 1.3");
  expect(lines.at(-1)).toBe("Not measured: Home page at 100x. / answered 500");
  expect(scaleTable({ rows: rows.slice(2, 3), memory: [], failures: [] })).toContain("All 0 targets are met.");
});

test("two commits are compared work by work, where both have measured it", () => {
  const result = (commit: string, of: typeof rows): Result => ({
    ...{ commit, node: "26.0.0", rounds: 3, rows: of, memory, failures: [] },
  });
  const before = rows.slice(0, 2).map((row) => ({ ...row, cpu: 14.4, bytes: 617 }));
  const lines = againstTable(result("b", rows), result("a", before)).split("\n");
  expect(lines[0]).toContain("(b, Node 26.0.0) as times the other (a, Node 26.0.0)");
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/^List as data +1x +× 1 +× 0\.5 +× 1 +× 2 +× 1$/);
});
