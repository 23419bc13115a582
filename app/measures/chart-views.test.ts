import { expect, test } from "vitest";
import { chartViews } from "./chart-views";

test("a page's address with all points, and with the numbers of one chart, keeps what else is open", () => {
  const of = (search: Parameters<typeof chartViews>[1]) => chartViews("/measures/1", search)("1");
  expect(of({})).toEqual({
    showAll: { href: "/measures/1?show=all", shown: false },
    numbers: { href: "/measures/1?table=1#chart-1-numbers", shown: false },
  });
  expect(of({ show: "all", table: "1" })).toEqual({
    showAll: { href: "/measures/1?table=1", shown: true },
    numbers: { href: "/measures/1?show=all&table=1#chart-1-numbers", shown: true },
  });
  expect(of({ show: ["all"], table: ["1"] })).toEqual(of({}));
});
