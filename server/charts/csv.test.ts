import Papa from "papaparse";
import { expect, test } from "vitest";
import { xmr } from "@/server/measures/spc/xmr";
import { chartCsv } from "./csv";
import { chartData } from "./data";

const measure = { name: "Handover", unit: "minutes", direction: "down", rhythm: "day", decimals: 0 } as const;
const rows = Array.from({ length: 20 }, (_, i) => ({
  on: new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
  value: i === 3 ? null : -1_200 + 40 * (i % 2),
}));
const data = chartData(xmr(rows, { direction: "down" }), measure, {
  id: "c",
  where: "Ashlode General",
  happenings: [{ on: "2026-01-02", words: "=HYPERLINK(nowhere)" }],
});

test("the file says what the page says, then holds the page's table with plain numbers", () => {
  const text = chartCsv(data);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const lines = Papa.parse<string[]>(text.slice(1).trimEnd()).data;
  const head = lines.findIndex(([first]) => first === "Day");
  const sentences = lines.slice(0, head).flat();
  expect(sentences.slice(0, 2)).toEqual([data.headline, data.subtitle]);
  for (const sentence of [data.summary, ...data.notes]) expect(sentences.join(" ")).toContain(sentence);
  expect(lines[head]).toEqual(data.table.head);
  const table = lines.slice(head + 1);
  expect(table).toHaveLength(20);
  expect(table[0]?.slice(0, 2)).toEqual(["1 January 2026", "-1200"]);
  expect(table[3]?.[1]).toBe("No result");
  expect(data.table.rows[0]?.[1]).toBe("-1,200");
});

test("words that look like a formula are kept as words", () => {
  expect(chartCsv(data)).toContain("'=HYPERLINK(nowhere)");
});
