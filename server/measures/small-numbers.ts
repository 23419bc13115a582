import type { MeasureCounting } from "@/db/vocabulary";
import type { Part } from "./part";

/**
 * Figures of 1 to 7 people, which a measure may keep hidden so that nobody can be known by them. Hidden is more than the
 * figure itself: whoever knows the total and all parts but one knows that one too.
 */

/** The largest figure that is hidden; 0 is not, because nobody is behind it. */
export const LARGEST_SMALL = 7;
const isSmall = (figure: number) => figure > 0 && figure < LARGEST_SMALL + 1;

/** A person belongs to two contributors at most (a joint post), and so knows two of the small parts. */
const KNOWN_TO_ONE_PERSON = 2;

/** What of a part counts people: of a percentage also those it leaves over, "97 of 100" tells of 3. */
function figuresOf(counting: MeasureCounting, { value, numerator, denominator }: Part): number[] {
  if (counting === "value" || counting === "count") return [value ?? 0];
  const [top, bottom] = [numerator ?? 0, denominator ?? 0];
  return counting === "percentage" ? [top, bottom, bottom - top] : [top, bottom];
}

/** Whether a contributor's figure is shown only to those who work there. */
export const isSmallPart = (counting: MeasureCounting, part: Part): boolean => figuresOf(counting, part).some(isSmall);

/**
 * Whether the figure of everyone together is hidden: it is small itself, or some of its parts are, and too few to be lost
 * among each other. Of three small parts, somebody who belongs to two knows the third.
 */
export function hidesTotal(counting: MeasureCounting, parts: readonly Part[]): boolean {
  const byPart = parts.map((part) => figuresOf(counting, part));
  return (byPart[0] ?? []).some((_, place) => {
    const small = byPart.map((one) => one[place] ?? 0).filter(isSmall);
    const unknown = small.toSorted((a, b) => a - b).slice(0, -KNOWN_TO_ONE_PERSON);
    return small.length > 0 && sum(unknown) <= LARGEST_SMALL;
  });
}

const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);
