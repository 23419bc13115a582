import type { MeasureCounting } from "@/db/vocabulary";
import type { Part } from "./part";

/**
 * Suppression of small numbers: counts of 1 to 7 people, by which a person might be identified. Totals are suppressed too
 * where they would reveal a part by subtraction.
 */

/** The largest number suppressed. 0 is not suppressed: it concerns no person. */
export const LARGEST_SMALL = 7;
const isSmall = (figure: number) => figure > 0 && figure < LARGEST_SMALL + 1;

/** One person works for two contributors at most (a joint post), and so may know two of the small parts. */
const KNOWN_TO_ONE_PERSON = 2;

/** The numbers in a part that count people, for a percentage also the remainder: "97 of 100" reveals 3. */
function figuresOf(counting: MeasureCounting, { value, numerator, denominator }: Part): number[] {
  if (counting === "value" || counting === "count") return [value ?? 0];
  const [top, bottom] = [numerator ?? 0, denominator ?? 0];
  return counting === "percentage" ? [top, bottom, bottom - top] : [top, bottom];
}

/** Whether a contributor's part contains a small number. */
export const isSmallPart = (counting: MeasureCounting, part: Part): boolean => figuresOf(counting, part).some(isSmall);

/**
 * Whether the total is suppressed: it has small parts, and their sum without the two largest, which one person may know, is at
 * most 7.
 */
export function hidesTotal(counting: MeasureCounting, parts: readonly Part[]): boolean {
  const byPart = parts.map((part) => figuresOf(counting, part));
  return (byPart[0] ?? []).some((_, place) => {
    const small = byPart.map((figures) => figures[place] ?? 0).filter(isSmall);
    const unknown = small.toSorted((a, b) => a - b).slice(0, -KNOWN_TO_ONE_PERSON);
    return small.length > 0 && sum(unknown) <= LARGEST_SMALL;
  });
}

const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);
