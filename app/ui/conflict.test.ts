import { expect, test } from "vitest";
import { differences } from "./conflict";

const fields = [
  { name: "harm", label: "What harm?" },
  { name: "likelihood", label: "How likely?", show: (value: unknown) => `Step ${value}` },
  { name: "carriers", label: "Who carries it?" },
];

test("only what differs is shown, in the order of the form and in words", () => {
  const mine = { harm: "A fall", likelihood: 3, carriers: ["Marrow", "Dale"], version: 1 };
  const theirs = { version: 2, carriers: ["Marrow"], likelihood: 4, harm: "A fall" };
  expect(differences(mine, theirs, fields)).toEqual([
    { name: "likelihood", label: "How likely?", mine: "Step 3", theirs: "Step 4" },
    { name: "carriers", label: "Who carries it?", mine: "Marrow, Dale", theirs: "Marrow" },
  ]);
});

test("nothing is nothing, however a table or a box writes it", () => {
  expect(differences({ harm: "", carriers: [] }, { harm: null, likelihood: null, carriers: null }, fields)).toEqual([]);
});

test("what one side left empty is said", () => {
  expect(differences({ harm: "" }, { harm: "A fall" }, fields)).toEqual([
    { name: "harm", label: "What harm?", mine: "Nothing", theirs: "A fall" },
  ]);
});

test("0 and no are answers, and a field they did not send is left alone", () => {
  expect(differences({ likelihood: 0 }, { likelihood: null }, fields)[0]?.mine).toBe("Step 0");
  expect(differences({ harm: "A fall" }, {}, fields)).toEqual([]);
});
