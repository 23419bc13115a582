import { expect, test } from "vitest";
import { lettered } from "./letters";

const risk = (id: string, consequence: number, likelihood: number) => ({ id, consequence, likelihood });

test("the highest score is A, and equal scores keep one order however they are listed", () => {
  const risks = [risk("c", 2, 2), risk("b", 1, 4), risk("a", 5, 5)];
  const named = lettered(risks).map(({ letter, id }) => `${letter} ${id}`);
  expect(named).toEqual(["A a", "B b", "C c"]);
  expect(lettered(risks.toReversed()).map(({ letter, id }) => `${letter} ${id}`)).toEqual(named);
});

test("after Z comes AA, and no letter is given twice", () => {
  const letters = lettered(Array.from({ length: 60 }, (_, n) => risk(String(n).padStart(2, "0"), 1, 1))).map(
    ({ letter }) => letter,
  );
  expect(letters.slice(25, 28)).toEqual(["Z", "AA", "AB"]);
  expect(letters.slice(51, 53)).toEqual(["AZ", "BA"]);
  expect(new Set(letters).size).toBe(60);
});
