import type { MeasureRecord } from "../records";

type Shared = Pick<MeasureRecord<string, string>, "contributors" | "counting" | "decimals">;
type Contribution = { organisation: string } & ({ value: number } | { numerator: number; denominator: number });

// So that a part that is "about 22" is not 22 every week
const variation = [0, 1, -1, 2, 0, -2, 1];

/**
 * What each organisation brought, such that the system's value is exactly the one given:
 * counts and values add up to it, percentages are so many of 100, or of 1,000 where a decimal is shown.
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
  const those = Math.round((value * people) / 100);
  let left = those;
  return splitTotal(contributors, people, week).map(({ from, part }, index) => {
    const numerator = index === contributors.length - 1 ? left : Math.floor((those * part) / people);
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
