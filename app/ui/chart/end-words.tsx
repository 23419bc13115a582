import type { ChartProps } from "./chart-props";
import { placeApart } from "./end-labels";
import { type ChartFrame, px } from "./frame";

/** The words at the right end of every line: average, limits, goal, stop rules. */
export function EndWords({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  const { y, right, size, top, bottom, within } = frame;
  const last = chart.parts.at(-1);
  const limits = [last?.upper, last?.centre, last?.lower]
    .filter((limit) => limit != null && within(limit.at) === limit.at)
    .map((limit) => ({ text: limit?.label ?? "", y: y(limit?.at ?? 0), ink: "#4c6272" }));
  const across = [...(chart.goal ? [chart.goal] : []), ...chart.stopLines].map((line) => ({
    text: line.label,
    y: y(line.at),
    ink: "#212b32",
  }));
  const shown = [...limits, ...across].filter((label) => label.y >= top - 1 && label.y <= bottom + 1);
  return (
    <g className="chart-end-words">
      {placeApart(shown, frame).map((label) => (
        <g key={label.text}>
          <path
            d={`M${px(right + 1)} ${px(label.y)}L${px(right + 9)} ${px(label.placed)}`}
            stroke={label.ink}
            strokeWidth={0.8}
            fill="none"
          />
          <text
            x={px(right + 12)}
            y={px(label.placed + size.text * 0.35)}
            fill={label.ink}
            className={label.ink === "#212b32" ? "chart-strong" : undefined}
          >
            {label.text}
          </text>
        </g>
      ))}
    </g>
  );
}
