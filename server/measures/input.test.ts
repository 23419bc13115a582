import { expect, test } from "vitest";
import { defineMeasureInput, numberBoxInput } from "./input";

const part = { organisationId: "5e1a0f2c-6f0b-4d0e-9f3a-2a7b9c1d4e60", periodOn: "2026-05-04" };
const problems = (schema: ReturnType<typeof numberBoxInput>, sent: object) =>
  (schema.safeParse({ ...part, ...sent }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

test("the number box asks why only where a figure is replaced", () => {
  const [fresh, corrects] = [false, true].map((it) => numberBoxInput("count", { corrects: it }));
  if (!fresh || !corrects) throw new Error("no schema");
  expect(problems(fresh, { value: 3 })).toEqual([]);
  expect(problems(fresh, { value: 3, reason: "" })).toEqual([]); // the reason box was shown for another period
  expect(problems(corrects, { value: 3, version: 1, reason: " " })).toEqual([
    "reason: Say why it is corrected. A few words are enough",
  ]);
  expect(problems(corrects, { version: 1, reason: "Counted again" })).toEqual([
    "value: Enter the result as a number. If it was none, enter 0",
  ]);
  expect(fresh.parse({ ...part, value: 3, version: 1, reason: "left over" })).toEqual({ ...part, value: 3 });
  expect(corrects.parse({ ...part, value: 3, version: 1, reason: "Counted again" })).toMatchObject({ version: 1 });
});

test("a percentage needs no unit and others do; a contributor counts once", () => {
  const sent = {
    ...{
      name: "Falls",
      operationalDefinition: "Every fall",
      direction: "down",
      rhythm: "week",
      counting: "percentage",
    },
    contributors: [part.organisationId, part.organisationId],
  };
  expect(defineMeasureInput.parse({ ...sent, unit: "calls" })).toMatchObject({
    ...{ unit: "%", decimals: 0, contributors: [part.organisationId] },
  });
  expect(defineMeasureInput.safeParse({ ...sent, counting: "count" }).error?.issues[0]?.path).toEqual(["unit"]);
  expect(defineMeasureInput.parse({ ...sent, counting: "ratio", unit: " minutes " }).unit).toBe("minutes");
});
