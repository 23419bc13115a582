import { describe, expect, test } from "vitest";
import { wordsWidth } from "@/app/ui/typeface/words-width";
import { datedPoints } from "./axes";
import { type ChartProps, lastPoints } from "./chart-props";
import { spreadApart, wrapText } from "./end-labels";
import { placeEvents } from "./event-rows";
import { chartFrame, narrow, wide } from "./frame";
import { glyph, marks } from "./glyphs";
import { LimitLines } from "./limit-lines";
import { asMarkup } from "./markup";
import { nearestPlace, nextPlace } from "./point-places";
import { stepPath } from "./step-path";
import { Windows } from "./windows";

const limit = (at: number) => ({ at, figure: `${at}`, label: `Average ${at}` });
const chart = (values: readonly (number | null)[], more: Partial<ChartProps> = {}): ChartProps => ({
  id: "c",
  title: "t",
  description: "d",
  unit: "%",
  betterIs: "up",
  points: values.map((value, i) => ({
    on: new Date(Date.UTC(2026, 0, 5 + 7 * i)).toISOString().slice(0, 10),
    tick: { short: `${i}`, year: "2026" },
    value,
    mark: "ordinary",
    sentence: "",
  })),
  parts: [{ from: 0, to: values.length - 1, centre: limit(50), lower: null, upper: null, early: false }],
  goal: null,
  stopLines: [],
  bands: [],
  windows: [],
  events: [],
  least: 0,
  most: 100,
  ...more,
});

describe("the frame", () => {
  test("holds every value, line and window, and stays within what the unit allows", () => {
    const { y } = chartFrame(chart([1, 99], { stopLines: [{ at: 40, label: "Stop" }] }), wide, 0);
    expect(y.domain()).toEqual([0, 100]);
    const { y: open } = chartFrame(
      chart([10, 20], { stopLines: [{ at: 80, label: "Stop" }], least: null, most: null }),
      wide,
      0,
    );
    expect(open.domain()[1]).toBeGreaterThan(80);
  });

  test("stops at 0 where figures cannot be lower, though nothing says how high they go", () => {
    const { clamp } = chartFrame(chart([1, 99], { least: 0, most: null }), wide, 0);
    expect([clamp(-3), clamp(50), clamp(500)]).toEqual([0, 50, 500]);
  });

  test("has room for a single point, for one value many times, and for long figures", () => {
    for (const values of [[7], [7, 7, 7], [0], [100], [1_234_567, 1_234_568]]) {
      const frame = chartFrame(chart(values, { most: null }), narrow, 0);
      expect(frame.right).toBeGreaterThan(frame.left + 100);
      expect(frame.y(values[0] ?? 0)).toBeGreaterThanOrEqual(frame.top);
      expect(frame.y(values[0] ?? 0)).toBeLessThanOrEqual(frame.bottom);
      const longest = Math.max(...frame.yTicks.map((tick) => wordsWidth(tick.label, narrow.text)));
      expect(frame.left).toBeGreaterThan(longest);
    }
  });
});

test("a phone shows the last points, with the parts they belong to", () => {
  const all = chart([1, 2, 3, 4, 5, 6], {
    parts: [
      { from: 0, to: 1, centre: limit(1), lower: null, upper: null, early: false },
      { from: 2, to: 3, centre: limit(2), lower: null, upper: null, early: false },
      { from: 4, to: 5, centre: limit(3), lower: null, upper: null, early: false },
    ],
    events: [
      { on: "2026-01-06", label: "long ago" },
      { on: "2026-02-03", label: "lately" },
    ],
  });
  const few = lastPoints(all, 3);
  expect(few.points.map((point) => point.value)).toEqual([4, 5, 6]);
  expect(few.parts.map(({ from, to, centre }) => [from, to, centre?.at])).toEqual([
    [0, 0, 2],
    [1, 2, 3],
  ]);
  expect(few.events.map((event) => event.label)).toEqual(["lately"]);
  expect(lastPoints(all, 6)).toBe(all);
});

describe("words at the ends of lines", () => {
  const frame = { top: 20, bottom: 300, size: wide };
  const at = (...heights: number[]) => heights.map((y, i) => ({ lines: [`label ${i}`], y, strong: false }));

  test("stay where they are when there is room", () => {
    expect(spreadApart(at(50, 150, 250), frame).map((label) => label.placed)).toEqual([50, 150, 250]);
  });

  test("never cover each other and stay inside", () => {
    const placed = spreadApart(at(298, 297, 295, 290, 100), frame).map((label) => label.placed);
    for (const [i, y] of placed.entries()) {
      if (i > 0) expect(y - (placed[i - 1] ?? 0)).toBeGreaterThan(wide.text);
      expect(y).toBeLessThan(300);
    }
  });

  test("wrap where they must", () => {
    expect(wrapText("Stop if above 12 minutes", 60, 13)).toEqual(["Stop if", "above 12", "minutes"]);
    expect(wrapText("Average", 10, 13)).toEqual(["Average"]);
  });
});

test("event words take a row of their own only when they would meet", () => {
  const events = [
    { on: "b", label: "Paused" },
    { on: "a", label: "Started" },
    { on: "c", label: "Ended" },
  ];
  const places: Record<string, number> = { a: 100, b: 120, c: 830 };
  const placed = placeEvents(events, (on) => places[on] ?? 0, 40, 840, 15);
  expect(placed.map(({ label, row, toLeft }) => [label, row, toLeft])).toEqual([
    ["Started", 0, false],
    ["Paused", 1, false],
    ["Ended", 0, true],
  ]);
});

test("every kind of point has a shape of its own, and better points the good way", () => {
  const shapes = marks.map((mark) => glyph(mark, 50, 50, 5, "up"));
  expect(new Set(shapes).size).toBe(marks.length);
  expect(glyph("better", 50, 50, 5, "down")).not.toBe(glyph("better", 50, 50, 5, "up"));
});

test("keys lead from point to point and stop at the ends", () => {
  expect(nextPlace("ArrowRight", 3, 5)).toBe(4);
  expect(nextPlace("ArrowRight", 4, 5)).toBe(4);
  expect(nextPlace("PageDown", 4, 5)).toBe(0);
  expect(nextPlace("Home", 4, 5)).toBe(0);
  expect(nextPlace("Tab", 4, 5)).toBeNull();
  const places = [10, 20, 30].map((x) => ({ x, y: 0, sentence: "" }));
  expect([nearestPlace(places, 0), nearestPlace(places, 24), nearestPlace(places, 99)]).toEqual([0, 1, 2]);
});

test("dates under the axis leave each other room, and the newest is always there", () => {
  for (const size of [wide, narrow]) {
    for (const count of [1, 2, 5, 12, 44, 200]) {
      const named = chart(Array.from({ length: count }, (_, i) => i));
      const points = named.points.map((point) => ({ ...point, tick: { short: "27 September", year: "2026" } }));
      const frame = chartFrame({ ...named, points }, size, 0);
      const dated = datedPoints(points, frame);
      expect(dated.at(-1)).toBe(points.at(-1));
      for (const [i, point] of dated.entries()) {
        const before = dated[i - 1];
        if (!before) continue;
        const between = frame.x(Date.parse(point.on)) - frame.x(Date.parse(before.on));
        expect(between).toBeGreaterThan(wordsWidth("27 September", size.text));
      }
    }
  }
});

describe("the bar above the dates", () => {
  const weeks = Array.from({ length: 20 }, () => 50);
  const drawnIn = (from: string, to: string, size = wide) => {
    const its = chart(weeks, { windows: [{ from, to, label: "Permission until 1 May 2026", short: "Permission" }] });
    const frame = chartFrame(its, size, 0);
    const markup = asMarkup(Windows({ chart: its, frame }));
    return { frame, markup, x: Number(/<rect x="([\d.]+)"/.exec(markup)?.[1]) };
  };

  test("lies between the lowest value and the axis, and takes no room where there is none", () => {
    const { frame, markup } = drawnIn("2026-02-02", "2026-05-01");
    const y = Number(/ y="([\d.]+)" width/.exec(markup)?.[1]);
    expect(y).toBeGreaterThan(frame.y(frame.y.domain()[0] ?? 0));
    expect(y + wide.text * 1.3).toBeLessThanOrEqual(frame.bottom);
    const without = chartFrame(chart(weeks), wide, 0);
    expect(without.y(without.y.domain()[0] ?? 0)).toBe(without.bottom);
  });

  test("begins on its first day, ends at the edge when it goes on, and is not there when it is still to come", () => {
    const { frame, markup, x } = drawnIn("2026-02-02", "2027-05-01");
    expect(x).toBeCloseTo(frame.x(Date.parse("2026-02-02")), 0);
    const width = Number(/ width="([\d.]+)"/.exec(markup)?.[1]);
    expect(x + width).toBeCloseTo(frame.right, 0);
    expect(drawnIn("2027-02-02", "2027-05-01").markup).not.toContain("rect");
  });

  test("has its words inside where they fit, before it at the end, after it at the beginning", () => {
    expect(drawnIn("2026-01-05", "2026-05-01").markup).toContain('text-anchor="start"');
    expect(drawnIn("2026-05-10", "2026-05-20").markup).toContain('text-anchor="end"');
    const early = drawnIn("2026-01-05", "2026-01-10");
    expect(early.markup).toContain('text-anchor="start"');
    expect(Number(/<text x="([\d.]+)"/.exec(early.markup)?.[1])).toBeGreaterThan(early.x + 10);
    expect(early.markup).toContain("until");
    const middle = drawnIn("2026-03-01", "2026-03-20", narrow).markup;
    expect(middle).toContain(">Permission<");
  });
});

describe("limits of its own for each point", () => {
  test("are level at each place, step between two, and break where there is none", () => {
    expect(stepPath([10, 20, null, 30], (place) => place * 5)).toBe("M0 10H5V20H10M15 30H20");
    expect(stepPath([null], () => 0)).toBe("");
  });

  test("make room for the widest of them, and a phone keeps those of its own points", () => {
    const steps = Array.from({ length: 20 }, (_, i) => (i === 3 ? 95 : 60));
    const upper = { ...limit(60), steps };
    const stepped = chart(new Array(20).fill(50), {
      parts: [{ from: 0, to: 19, centre: limit(50), lower: null, upper, early: false }],
    });
    expect(chartFrame(stepped, wide, 0).y.domain()[1]).toBeGreaterThanOrEqual(95);
    const phone = lastPoints(stepped, 12);
    expect(phone.parts[0]?.upper?.steps).toEqual(steps.slice(8));
    expect(chartFrame(phone, narrow, 0).y.domain()[1]).toBeLessThan(95);
    expect(asMarkup(LimitLines({ chart: stepped, frame: chartFrame(stepped, wide, 0) })).match(/V/g)).toHaveLength(2);
  });
});

test("rare events stand side by side in their turn, and what happened between two of them between them", () => {
  const events = { ...chart([4, 9, 2, 7], { inTurn: true }) };
  const days = ["2026-01-01", "2026-01-02", "2026-06-01", "2026-06-03"];
  const points = events.points.map((point, i) => ({ ...point, on: days[i] ?? "" }));
  const { x, left, right } = chartFrame({ ...events, points }, wide, 0);
  const at = days.map((day) => x(Date.parse(day)));
  const apart = (right - left) / 4;
  for (const [i, place] of at.entries()) expect(place).toBeCloseTo(left + apart * (i + 0.5), 6);
  const between = x(Date.parse("2026-03-15"));
  expect(between).toBeGreaterThan(at[1] ?? 0);
  expect(between).toBeLessThan(at[2] ?? 0);
  expect([x(Date.parse("2020-01-01")), x(Date.parse("2030-01-01"))]).toEqual([left, right]);
});
