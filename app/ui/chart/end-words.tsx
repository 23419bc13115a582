import type { ChartLine, ChartProps } from "./chart-props";
import { spreadApart, wrapText } from "./end-labels";
import { type ChartFrame, px } from "./frame";
import { Label } from "./label";

/** The labels at the right end of every line: average, limits, goal, stop rules. */
export function EndWords({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  const { y, right, size, top, bottom, clamp } = frame;
  const last = chart.parts.at(-1);
  const maxWidth = size.width - right - 14;
  const label = (line: ChartLine, strong: boolean) => ({
    lines: wrapText(line.label, maxWidth, size.text, strong),
    y: y(line.at),
    strong,
  });
  const limits = [last?.upper, last?.centre, last?.lower].filter((limit) => limit != null);
  const across = [...(chart.goal ? [chart.goal] : []), ...chart.stopLines];
  const shown = [
    ...limits.filter((limit) => clamp(limit.at) === limit.at).map((limit) => label(limit, false)),
    ...across.map((line) => label(line, true)),
  ].filter((label) => label.y >= top - 1 && label.y <= bottom + 1);
  return (
    <g className="chart-end-words">
      {spreadApart(shown, frame).map(({ lines, y: from, placed, strong }) => {
        const ink = strong ? "#212b32" : "#4c6272";
        const first = placed + size.text * (0.35 - (lines.length - 1) * 0.6);
        return (
          <g key={lines.join(" ")}>
            <path
              d={`M${px(right + 1)} ${px(from)}L${px(right + 9)} ${px(placed)}`}
              stroke={ink}
              strokeWidth={0.8}
              fill="none"
            />
            {lines.map((line, i) => (
              <Label
                key={line}
                words={line}
                {...{
                  x: right + 12,
                  y: first + i * size.text * 1.2,
                  text: size.text,
                  bold: strong,
                  maxWidth,
                  fill: ink,
                }}
              />
            ))}
          </g>
        );
      })}
    </g>
  );
}
