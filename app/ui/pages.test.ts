import { expect, test } from "vitest";
import { pagesToShow } from "./pages";

test("few pages are all shown", () => {
  expect(pagesToShow(1, 1)).toEqual([1]);
  expect(pagesToShow(2, 3)).toEqual([1, 2, 3]);
  expect(pagesToShow(3, 5)).toEqual([1, 2, 3, 4, 5]);
});

test("of many, the first, the last and those around are shown, and a gap is never for one page only", () => {
  expect(pagesToShow(1, 9)).toEqual([1, 2, null, 9]);
  expect(pagesToShow(4, 9)).toEqual([1, 2, 3, 4, 5, null, 9]);
  expect(pagesToShow(10, 40)).toEqual([1, null, 9, 10, 11, null, 40]);
  expect(pagesToShow(40, 40)).toEqual([1, null, 39, 40]);
});
