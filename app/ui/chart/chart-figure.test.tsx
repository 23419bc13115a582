import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ChartFigure, type ChartFigureProps } from "./chart-figure";
import type { Mark } from "./chart-props";

const kinds: Mark[] = ["ordinary", "better", "worse", "changed", "left out"];
const line = (at: number, name: string) => ({ at, figure: `${at}`, label: `${name} ${at}` });

function figure(count: number, more: Partial<ChartFigureProps> = {}): ChartFigureProps {
  return {
    name: "Handover",
    headline: "Getting better",
    subtitle: "Handover, Ashlode General",
    summary: "24 minutes in the week to 5 April 2026.",
    notes: ["Limits from all results."],
    happenings: [{ on: "2026-01-20", label: "A", sentence: "20 January 2026: the lift was broken" }],
    showAll: { href: "/measures/1?show=all", shown: false },
    table: {
      caption: "Handover",
      head: ["Week", "Result", "What it says"],
      wordsFrom: 2,
      rows: [["Week to 5 April 2026", "24", "Getting better"]],
    },
    chart: {
      id: "handover",
      title: "Getting better: <Handover>",
      description: "24 minutes",
      unit: "minutes",
      betterIs: "down",
      points: Array.from({ length: count }, (_, i) => ({
        on: new Date(Date.UTC(2026, 0, 5 + 7 * i)).toISOString().slice(0, 10),
        tick: { short: `day ${i}`, year: "2026" },
        value: i === 2 ? null : 20 + (i % 7),
        mark: kinds[i % kinds.length] ?? "ordinary",
        sentence: `sentence ${i}`,
      })),
      parts: [
        {
          from: 0,
          to: count - 1,
          centre: line(23, "Average"),
          lower: line(15, "Lower limit"),
          upper: line(31, "Upper limit"),
          early: false,
        },
      ],
      goal: line(18, "Goal"),
      stopLines: [line(35, "Stop if above")],
      windows: [],
      bands: [{ from: "2026-01-20", to: "2026-03-01", near: 23, far: 30, label: "Expected dip until 1 March 2026" }],
      events: [{ on: "2026-01-20", label: "Started" }],
      least: 0,
      most: null,
    },
    ...more,
  };
}

const drawn = (props: ChartFigureProps) => renderToStaticMarkup(<ChartFigure {...props} />);

describe("a chart on a page", () => {
  test("says its message before it is drawn, and names the drawing", () => {
    const html = drawn(figure(20));
    expect(html.indexOf("Getting better")).toBeLessThan(html.indexOf("<svg"));
    expect(html).toContain('role="img"');
    expect(html).toContain("<desc");
    expect(html).toContain("Getting better: &lt;Handover&gt;");
  });

  test("carries no inline style and no repeated id, as the page's policy and assistive technology ask", () => {
    const html = drawn(figure(20, { explore: true }));
    expect(html).not.toMatch(/\sstyle=/);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toContain("NaN");
  });

  test("labels average, limits, goal, stop rule, dip and events in words", () => {
    const html = drawn(figure(20));
    for (const words of [
      "Average 23",
      "Upper limit 31",
      "Lower limit 15",
      "Goal 18",
      "Stop if above",
      "Expected dip",
      "Started",
    ]) {
      expect(html).toContain(words);
    }
  });

  test("draws all points of a kind as one path, so that many points stay light", () => {
    const [few, many] = [figure(60), figure(2000)].map(drawn);
    const paths = (html = "") => html.split('<path d="M').length;
    expect(paths(many)).toBeLessThanOrEqual(paths(few));
  });

  test("draws the last 120 points of a long chart, with a way to all of them, and its numbers at an address of their own", () => {
    const numbers = { href: "/measures/1?table=1", shown: false };
    const html = drawn(figure(2000, { explore: true, numbers }));
    expect(html).toContain('aria-valuemax="120"');
    expect(html.match(/>Show all 2,000</g)).toHaveLength(2);
    expect(html).toContain('<a href="/measures/1?table=1">Show the numbers');
    expect(html).not.toContain("<table");
    // React sends a page's elements twice, as HTML and as data
    expect(html.length).toBeLessThan(60_000);
    const opened = drawn(figure(2000, { numbers: { ...numbers, shown: true } }));
    expect(opened).toContain('<details class="nhsuk-details chart-numbers" open');
    expect(drawn(figure(120, { numbers }))).toContain("<details");
    expect(drawn(figure(120, { numbers }))).not.toContain("has room here");
  });

  test("draws a long chart whole with every unusual point", () => {
    const all = figure(2000, { showAll: { href: "/measures/1", shown: true }, explore: true });
    const points = all.chart.points.map((point, i) => ({
      ...point,
      mark: i % 97 === 5 ? ("worse" as const) : ("ordinary" as const),
    }));
    const html = drawn({ ...all, chart: { ...all.chart, points } });
    expect(html).toContain("Not every one of the 2,000 has room here");
    expect(html).toContain(">Show the last 120<");
    expect(html).toContain('aria-valuetext="sentence 1999"');
  });

  test("gives a phone the last 12 points and a way to all of them", () => {
    const html = drawn(figure(20));
    expect(html).toContain('<a href="/measures/1?show=all">Show all 20</a>');
    const shown = drawn(figure(20, { showAll: { href: "/measures/1", shown: true } }));
    expect(shown).toContain("Show the last 12");
    expect(drawn(figure(12))).not.toContain("Show all");
  });

  test("names on a phone only the marks that its 12 points reach back to", () => {
    const happenings = ["2026-01-20", "2026-05-01"].map((on) => ({ on, label: on, sentence: "the lift was broken" }));
    const hidden = (props: ChartFigureProps) =>
      [...drawn(props).matchAll(/class="chart-before-phone"><b>([^<]+)/g)].map((match) => match[1]);
    expect(hidden(figure(20, { happenings }))).toEqual(["2026-01-20"]);
    expect(hidden(figure(20, { happenings, showAll: { href: "/measures/1", shown: true } }))).toEqual([]);
  });

  test("has its numbers as a real table", () => {
    const html = drawn(figure(20));
    expect(html).toContain("<details");
    expect(html).toContain('<th scope="row"');
    expect(html).toContain("<caption");
  });

  test("without results shows words and no empty drawing", () => {
    const empty = figure(0, {
      headline: "No results yet",
      table: { caption: "", head: [], wordsFrom: 0, rows: [] },
      notes: [],
    });
    const html = drawn(empty);
    expect(html).toContain("No results yet");
    expect(html).not.toContain("<svg");
    expect(html).not.toContain("<details");
  });

  test("can be gone through point by point with one tab stop", () => {
    const html = drawn(figure(20, { explore: true }));
    expect(html.match(/role="slider"/g)).toHaveLength(2);
    expect(html).toContain('aria-valuetext="sentence 19"');
  });
});
