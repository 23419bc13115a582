import { px } from "./frame";

/**
 * A line that is level at each place and steps up or down between two, as path data; it breaks where there is no height.
 * @param edge - where a place starts; the last one ends where the next would start
 */
export function stepPath(heights: readonly (number | null)[], edge: (place: number) => number): string {
  let path = "";
  let previous: number | null = null;
  heights.forEach((height, place) => {
    const y = height === null ? null : px(height);
    if (y !== null) {
      if (previous === null) path += `M${px(edge(place))} ${y}`;
      else if (previous !== y) path += `V${y}`;
      path += `H${px(edge(place + 1))}`;
    }
    previous = y;
  });
  return path;
}
