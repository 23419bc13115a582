import { px } from "./frame";

/**
 * A line that is level at each place and steps up or down between two, as path data; it breaks where there is no height.
 * @param edge - where a place starts; the last one ends where the next would start
 */
export function stepPath(heights: readonly (number | null)[], edge: (place: number) => number): string {
  let path = "";
  let before: number | null = null;
  heights.forEach((height, place) => {
    const here = height === null ? null : px(height);
    if (here !== null) {
      if (before === null) path += `M${px(edge(place))} ${here}`;
      else if (before !== here) path += `V${here}`;
      path += `H${px(edge(place + 1))}`;
    }
    before = here;
  });
  return path;
}
