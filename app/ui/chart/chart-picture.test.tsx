import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ChartPicture } from "./chart-picture";
import type { ChartProps } from "./chart-props";
import { ChartSvg } from "./chart-svg";
import { wide } from "./frame";
import { asMarkup } from "./markup";

const line = (at: number, name: string) => ({ at, figure: `${at}`, label: `${name} ${at}` });
const chart: ChartProps = {
  id: "handover",
  title: 'Getting better: "A&E" <Handover>',
  description: "It's 24 minutes",
  unit: "minutes",
  betterIs: "down",
  points: Array.from({ length: 60 }, (_, i) => ({
    on: new Date(Date.UTC(2025, 0, 6 + 7 * i)).toISOString().slice(0, 10),
    tick: { short: `day ${i}`, year: "2025" },
    value: i === 4 ? null : 20 + (i % 7),
    mark: (["ordinary", "better", "left out", "worse", "changed"] as const)[i % 5] ?? "ordinary",
    sentence: `sentence ${i}`,
  })),
  parts: [
    { from: 0, to: 29, centre: line(23, "Average"), lower: line(15, "Lower"), upper: line(31, "Upper"), early: true },
    { from: 30, to: 59, centre: line(22, "Average"), lower: line(14, "Lower"), upper: line(30, "Upper"), early: false },
  ],
  goal: line(18, "Goal"),
  stopLines: [line(35, "Stop if above")],
  windows: [],
  bands: [{ from: "2025-02-20", to: "2025-05-01", near: 23, far: 30, label: "Expected dip until 1 May 2025" }],
  events: [{ on: "2025-02-20", label: "A" }],
  least: 0,
  most: null,
};
const props = {
  chart,
  faces: "@font-face{font-family:Some Typeface;src:url(data:font/woff2;base64,a+b/c==)}",
  headline: "Getting better",
  subtitle: "Handover, Ashlode General, weeks ending 12 January 2025 to 28 February 2026",
  summary: "24 minutes in the week to 28 February 2026. ".repeat(4).trim(),
  notes: ["Limits from all 60 results. Rules: NHS England tools."],
  happenings: [{ on: "2025-02-20", label: "A", sentence: "20 February 2025: The lift was broken & mended" }],
};

test("a drawing is written for a file just as React writes it for a page", () => {
  expect(asMarkup(<ChartSvg chart={chart} size={wide} />)).toBe(
    renderToStaticMarkup(<ChartSvg chart={chart} size={wide} />),
  );
  expect(asMarkup(<ChartPicture {...props} />)).toBe(renderToStaticMarkup(<ChartPicture {...props} />));
});

test("a picture carries all its words: what it says, where and when, what the marks mean, by whose rules", () => {
  const words = asMarkup(<ChartPicture {...props} />)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ");
  const inside = [
    "Handover, Ashlode General",
    "A: 20 February 2025: The lift was broken &amp; mended",
    "Left out of the limits",
  ];
  for (const sentence of ["Getting better", "Rules: NHS England tools.", "Goal 18", ...inside]) {
    expect(words).toContain(sentence);
  }
  expect(words).not.toContain("NaN");
});

test("a chart of 60 points is light, so that hundreds fit a page", () => {
  // Compressed it is a fifth of this; the point is that no chart point has an element of its own
  const markup = renderToStaticMarkup(<ChartSvg chart={chart} size={wide} />);
  expect(markup.length).toBeLessThan(14_000);
  expect(markup.match(/<\w/g)?.length).toBeLessThan(100);
});
