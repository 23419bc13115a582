import { expect, test } from "vitest";
import { wordsWidth } from "@/app/ui/typeface/words-width";
import type { ChartProps } from "./chart-props";
import { ChartSvg } from "./chart-svg";
import { narrow, wide } from "./frame";
import { Label } from "./label";
import { asMarkup } from "./markup";

const chart = (name: string, count: number, more: Partial<ChartProps> = {}): ChartProps => ({
  ...{
    id: "c",
    title: "t",
    description: "d",
    unit: name,
    betterIs: "up",
    goal: null,
    stopLines: [],
    least: 0,
    most: null,
  },
  ...{ parts: [], bands: [], windows: [], events: [] },
  points: Array.from({ length: count }, (_, i) => ({
    on: new Date(Date.UTC(2026, 0, 5 + 7 * i)).toISOString().slice(0, 10),
    ...{ tick: { short: "27 September", year: "2026" }, value: 50 + (i % 3), mark: "ordinary", sentence: "" },
  })),
  ...more,
});
const line = (at: number, label: string) => ({ at, figure: `${at}`, label });
const crowded = (name: string, count: number) =>
  chart(name, count, {
    parts: [
      { from: 0, to: count - 1, centre: line(50, name), lower: line(40, name), upper: line(60, name), early: false },
    ],
    goal: line(58, `Goal ${name}`),
    stopLines: [line(45, "Stop if below 60"), line(44, name)],
    bands: [{ from: "2026-01-05", to: "2026-03-01", near: 50, far: 55, label: name }],
    windows: [{ from: "2026-01-05", to: "2026-02-01", label: name, short: name }],
    events: ["2026-01-05", "2026-01-12", "2026-02-23"].map((on) => ({ on, label: name })),
  });

/** Where each label of a drawing starts and ends. */
function spans(drawing: string): { words: string; from: number; to: number }[] {
  return [...drawing.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = "", words = ""]) => {
    const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const [x, width] = [Number(of("x")), Number(of("textLength"))];
    const from = { start: x, end: x - width, middle: x - width / 2 }[anchorOf(words, of("text-anchor"))];
    return { words, from, to: from + width };
  });
}
/** Dates inherit their anchor from the group around them. */
const anchorOf = (words: string, own = "start") =>
  (/^(27 September|2026)$/.test(words) ? "middle" : own) as "start" | "end" | "middle";

test("no label leaves its drawing, however long its words and few its points", () => {
  const names = [
    "minutes",
    "Stop if below 60",
    "Handovers within half an hour of arrival",
    "Donaudampfschifffahrt".repeat(3),
  ];
  for (const size of [wide, narrow])
    for (const name of names)
      for (const count of [1, 2, 8, 60]) {
        const drawn = [chart(name, count), crowded(name, count)].flatMap((of) =>
          spans(asMarkup(ChartSvg({ chart: of, size }))),
        );
        expect(drawn.length).toBeGreaterThan(10);
        for (const { words, from, to } of drawn) {
          expect(from, `${words} at ${size.width}`).toBeGreaterThanOrEqual(0);
          expect(to, `${words} at ${size.width}`).toBeLessThanOrEqual(size.width);
        }
      }
});

test("words of the typeface take the width they were measured to have, others what they need within their room", () => {
  const drawn = (words: string, maxWidth?: number) =>
    asMarkup(<Label {...{ words, x: 0, y: 0, text: 10, maxWidth }} />);
  expect(drawn("Average")).toContain(`textLength="${Math.round(wordsWidth("Average", 10) * 10) / 10}"`);
  expect(drawn("Average", 12)).toContain('textLength="12"');
  expect(drawn("متوسط")).not.toContain("textLength");
  expect(drawn("متوسط", 12)).toContain('textLength="12"');
});
