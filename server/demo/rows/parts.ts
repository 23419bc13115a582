import type { MeasureRecord } from "../records";

type Shared = Pick<MeasureRecord<string, string>, "contributors" | "counting" | "decimals">;
type Contribution = { organisation: string } & ({ value: number } | { numerator: number; denominator: number });

// Varies a contribution of "about 22" from week to week
const variation = [0, 1, -1, 2, 0, -2, 1];

/**
 * Splits a value of the system into each organisation's contribution: counts and values add up to it; a percentage is a
 * share of 100 people, or of 1,000 where a decimal is shown.
 */
export function contributionsTo(
  { contributors, counting, decimals }: Shared,
  value: number,
  week: number,
): Contribution[] {
  if (counting !== "percentage") {
    return splitTotal(contributors, value, week).map(({ from, part }) => ({ organisation: from, value: part }));
  }
  const people = decimals === 0 ? 100 : 1_000;
  const numerators = Math.round((value * people) / 100);
  let left = numerators;
  return splitTotal(contributors, people, week).map(({ from, part }, index) => {
    const numerator = index === contributors.length - 1 ? left : Math.floor((numerators * part) / people);
    left -= numerator;
    return { organisation: from, numerator, denominator: part };
  });
}

function splitTotal(contributors: Shared["contributors"], total: number, week: number) {
  let left = total;
  return contributors.map(({ from, about }, index) => {
    const last = index === contributors.length - 1;
    const part = last
      ? left
      : Math.max(0, (about ?? total / contributors.length) + (variation[week % variation.length] ?? 0));
    left -= part;
    return { from, part };
  });
}
