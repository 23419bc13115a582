import { expect, test } from "vitest";
import { assignToFields, sentencesByField, summaryLines } from "./field-errors";

const fields = new Map([
  ["harm", { id: "f-harm", label: "Harm" }],
  ["carriers", { id: "f-carriers", label: "Carriers" }],
]);

test("a tree of errors becomes one sentence a field", () => {
  const tree = {
    harm: { type: "x", message: "Enter the harm" },
    steps: [undefined, { what: { type: "x", message: "Say what" } }],
  };
  expect(sentencesByField(tree as never)).toEqual({ harm: "Enter the harm", "steps.1.what": "Say what" });
});

test("what is wrong in part of a value stands beside the field that the page has", () => {
  expect(assignToFields({ "carriers.0": "Not one of yours", "carriers.1": "Nor this", other: "Lost" }, fields)).toEqual(
    {
      carriers: "Not one of yours",
      other: "Lost",
    },
  );
});

test("every sentence is in the summary once, with a link where there is a field", () => {
  const sentences = ["It has ended"];
  expect(summaryLines(sentences, { harm: "Enter the harm", other: "Lost" }, new Map([...fields].slice(0, 1)))).toEqual([
    { sentence: "It has ended" },
    { sentence: "Lost" },
    { sentence: "Enter the harm", controlId: "f-harm" },
  ]);
});
