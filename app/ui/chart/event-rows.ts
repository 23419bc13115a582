import { wordsWidth } from "@/app/ui/typeface/words-width";
import type { ChartEvent } from "./chart-props";

export interface PlacedEvent extends ChartEvent {
  x: number;
  row: number;
  /** The label runs to the left of the mark near the right edge. */
  toLeft: boolean;
  /** The label's maximum width. */
  maxWidth: number;
}

/** Places event labels without overlap in as few rows as possible. */
export function placeEvents(
  events: readonly ChartEvent[],
  x: (on: string) => number,
  left: number,
  right: number,
  text: number,
) {
  const ends: [number, number][][] = [];
  return [...events]
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map((event): PlacedEvent => {
      const at = Math.min(Math.max(x(event.on), left), right);
      const width = wordsWidth(event.label, text) + 10;
      const toLeft = at + width > right && at - left > right - at;
      const span: [number, number] = toLeft ? [at - width, at] : [at, at + width];
      let row = ends.findIndex((spans) => spans.every(([from, to]) => span[1] <= from || span[0] >= to));
      if (row < 0) row = ends.push([]) - 1;
      ends[row]?.push(span);
      return { ...event, x: at, row, toLeft, maxWidth: (toLeft ? at - left : right - at) - 5 };
    });
}
