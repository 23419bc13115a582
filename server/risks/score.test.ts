import { expect, test } from "vitest";
import { riskBand, riskScore, riskScoreInWords } from "./score";

const scale = [1, 2, 3, 4, 5];

test("every score of the matrix has the band of the NHS model matrix", () => {
  const bands = new Map<number, string>();
  for (const consequence of scale) {
    for (const likelihood of scale)
      bands.set(riskScore({ consequence, likelihood }), riskBand(consequence * likelihood));
  }
  expect(Object.fromEntries([...bands].sort(([a], [b]) => a - b))).toEqual({
    ...{ 1: "low", 2: "low", 3: "low", 4: "moderate", 5: "moderate", 6: "moderate" },
    ...{ 8: "high", 9: "high", 10: "high", 12: "high", 15: "extreme", 16: "extreme", 20: "extreme", 25: "extreme" },
  });
});

test("a score is said as a number and words", () => {
  expect(riskScoreInWords({ consequence: 4, likelihood: 3 })).toBe("12, high: major and possible");
});
