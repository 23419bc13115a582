import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import * as advanceWidths from "./advance-widths";
import { fontFiles } from "./files";
import { openFont } from "./open-font";
import { readAdvanceWidths } from "./read-advance-widths";
import { isMeasured, wordsWidth } from "./words-width";

const weights = ["regular", "bold"] as const;
const files = weights.flatMap((weight) => Object.values(fontFiles[weight]));

test("the files of both weights, with all letters of Europe, are small together", () => {
  const bytes = files.map((file) => statSync(file).size);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(60 * 1024);
});

test("pages are given these very files, for the letters that each of them has", () => {
  const source = readFileSync("app/ui/typeface/typeface.ts", "utf8");
  const paths = [...source.matchAll(/node_modules\/[\w@/.-]+\.woff2/g)].map(([path]) => path);
  expect(paths.map((path) => `${process.cwd()}/${path}`).sort()).toEqual(files.toSorted());
  const ranges = JSON.parse(
    readFileSync("node_modules/@fontsource/atkinson-hyperlegible-next/unicode.json", "utf8"),
  ) as Record<string, string>;
  for (const range of Object.values(ranges)) expect(source).toContain(`"${range}"`);
});

test("1, l, I and |, and 0, O and o, cannot be taken for each other", () => {
  for (const weight of weights) {
    const { outlineOf } = openFont(weight);
    for (const alike of ["1lI|", "0Oo", "5S", "2Z", "8B"]) {
      const outlines = [...alike].map(outlineOf);
      expect(new Set(outlines).size, `${alike} in ${weight}`).toBe(alike.length);
      for (const outline of outlines) expect(outline?.length).toBeGreaterThan(20);
    }
    // A plain stroke has 4 corners: of these only | is one
    const corners = [..."1lI|"].map((letter) => outlineOf(letter)?.match(/[LQC]/g)?.length ?? 0);
    expect(corners.filter((count) => count <= 4)).toHaveLength(1);
  }
});

test("figures are all of one width", () => {
  for (const weight of weights) {
    const { widthOf } = openFont(weight);
    expect(new Set([..."0123456789"].map((figure) => widthOf(figure))).size).toBe(1);
    expect(widthOf("1111")).toBe(widthOf("8888"));
  }
});

test("the widths that drawings and sheets are laid out by are those of the shipped files", () => {
  expect({ ...advanceWidths }).toEqual(readAdvanceWidths());
});

test("words are measured as a browser draws them, and never narrower by more than a hair", () => {
  for (const weight of weights) {
    for (const words of [
      "Stop if below 60",
      "Average 1,204",
      "27 September",
      "Zoë Bjørn-O’Neill",
      "To We AV. LT “V”",
    ]) {
      const drawn = openFont(weight).widthOf(words) ?? 0;
      const measured = wordsWidth(words, 1, weight === "bold");
      expect(measured / drawn, words).toBeGreaterThan(0.995);
      expect(measured / drawn, words).toBeLessThan(1.05);
    }
  }
});

test("names of Europe are in the typeface; of what is not, enough room is left", () => {
  for (const name of ["Zoë", "Bjørn", "Łukasz", "O’Neill", "François", "Ağaoğlu"])
    expect(isMeasured(name), name).toBe(true);
  expect(isMeasured("نرگس")).toBe(false);
  expect(wordsWidth("نرگس", 16)).toBeGreaterThan(60);
});
