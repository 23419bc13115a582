import { expect, test } from "vitest";
import { defineMeasureInput } from "./input";

const organisationId = "5e1a0f2c-6f0b-4d0e-9f3a-2a7b9c1d4e60";

test("a percentage needs no unit and others do; a contributor counts once", () => {
  const sent = {
    ...{
      name: "Falls",
      operationalDefinition: "Every fall",
      direction: "down",
      rhythm: "week",
      counting: "percentage",
    },
    contributors: [organisationId, organisationId],
  };
  expect(defineMeasureInput.parse({ ...sent, unit: "calls" })).toMatchObject({
    ...{ unit: "%", decimals: 0, contributors: [organisationId] },
  });
  expect(defineMeasureInput.safeParse({ ...sent, counting: "count" }).error?.issues[0]?.path).toEqual(["unit"]);
  expect(defineMeasureInput.parse({ ...sent, counting: "ratio", unit: " minutes " }).unit).toBe("minutes");
});
