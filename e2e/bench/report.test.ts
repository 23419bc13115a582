import { expect, test } from "vitest";
import type { Slice } from "./figures";
import { figuresOf, ratioOf } from "./figures";
import { asJson, asTable } from "./report";
import type { Measured } from "./rounds";
import type { Size } from "./worlds";

const slice = (p50: number): Slice => ({
  ...{ p50, p95: 1.5 * p50, perSecond: 1_000 / p50, requests: 50, cpu: 40 * p50, databaseCpu: null, statements: null },
});
const sizes: Size[] = [
  { times: 1, name: "demo" },
  { times: 50, name: "50 times" },
];
const measured = sizes.map(({ times, name }): Measured => {
  const slices = [slice(8 * Math.sqrt(times)), slice(9 * Math.sqrt(times))];
  const bare = [slice(0.2), slice(0.3)];
  return {
    ...{ what: "Register page", beside: "bare Node, 12 bytes", size: { times, name } },
    ...{ connections: 16, slices, ours: figuresOf(slices), bare: figuresOf(bare), ratio: ratioOf(slices, bare) },
  };
});

test("the table has three lines to each, columns in line, and a dash for what is not known", () => {
  const lines = asTable(measured).split("\n");
  expect(lines).toHaveLength(1 + 3 * sizes.length);
  expect(lines[0]).toMatch(/^ +size +at once +p50 ms +p95 ms +per second +CPU ms +PostgreSQL CPU ms$/);
  expect(lines[1]).toMatch(/^Register page +demo +16 +8\.5 +12\.8 +118 +6\.8 +-$/);
  expect(lines[2]).toMatch(/^ {2}bare Node, 12 bytes +0\.25 +0\.38 +4167 +0\.2 +-$/);
  expect(lines[3]).toMatch(/^ {2}times that +× 35\.0 +× 35\.0 +× 0\.029 +× 34\.0 +-$/);
  expect(lines[1]?.indexOf("16")).toBe(lines[4]?.indexOf("16"));
});

test("and all of it on one line of JSON", () => {
  const json = asJson(measured, 61.4);
  expect(json).not.toContain("\n");
  expect(JSON.parse(json)).toMatchObject({
    seconds: 61,
    rounds: 2,
    measured: [
      { what: "Register page", size: 1, connections: 16, ours: { p50: 8.5 }, bare: { p50: 0.25 }, ratio: { p50: 35 } },
      { size: 50 },
    ],
  });
});
