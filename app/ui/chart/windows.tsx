import { wordsWidth } from "@/app/ui/typeface/words-width";
import { addDays } from "@/server/days";
import type { ChartProps, ChartWindow } from "./chart-props";
import { type ChartFrame, px } from "./frame";
import { Label } from "./label";

/** Ranges of days as bars between the lowest value and the dates, with their labels inside if they fit, else beside. */
export function Windows({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  const { lane, bottom, size } = frame;
  const height = size.text * 1.3;
  const y = bottom - (lane + height) / 2;
  return (
    <g className="chart-windows">
      {chart.windows.map((window) => {
        const { from, to } = edges(window, frame);
        if (to <= from) return null;
        const place = wordsPlace(window, { from, to }, frame);
        return (
          <g key={window.from}>
            <rect
              {...{ x: px(from), y: px(y), width: px(to - from), height: px(height) }}
              {...{ fill: "#d8dde0", stroke: "#4c6272", strokeWidth: 0.8 }}
            />
            {place && (
              <Label
                words={place.words}
                {...{ x: place.x, y: y + size.text, text: size.text - 1, fontSize: size.text - 1 }}
                {...{ fill: "#212b32", textAnchor: place.anchor }}
              />
            )}
          </g>
        );
      })}
    </g>
  );
}

/** From the start of the first day to the end of the last, within the chart. */
function edges({ from, to }: ChartWindow, { x, left, right }: ChartFrame) {
  const endOfLastDay = Date.parse(addDays(to, 1));
  return { from: Math.max(left, x(Date.parse(from))), to: Math.min(right, x(endOfLastDay)) };
}

/** Places the label inside the bar, or beside it if there is room; otherwise uses the short label. */
function wordsPlace(
  { label, short }: ChartWindow,
  bar: { from: number; to: number },
  { left, right, size }: ChartFrame,
) {
  for (const words of [label, short]) {
    const width = wordsWidth(words, size.text - 1) + 10;
    if (width <= bar.to - bar.from) return { words, x: bar.from + 6, anchor: "start" as const };
    if (width <= bar.from - left) return { words, x: bar.from - 6, anchor: "end" as const };
    if (width <= right - bar.to) return { words, x: bar.to + 6, anchor: "start" as const };
  }
  return null;
}
