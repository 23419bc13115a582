import { px } from "./frame";

/**
 * A line that is level at each place and steps up or down between two, as path data; it breaks where a place has no height.
 * @param edge - where a place begins; the last one ends where the next would begin
 */
export function stepPath(heights: readonly (number | null)[], edge: (place: number) => number): string {
  let path = "";
  let drawing = false;
  heights.forEach((height, place) => {
    if (height !== null) path += `${drawing ? "V" : `M${px(edge(place))} `}${px(height)}H${px(edge(place + 1))}`;
    drawing = height !== null;
  });
  return path;
}
