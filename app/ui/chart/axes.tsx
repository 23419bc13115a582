import { wordsWidth } from "@/app/ui/typeface/words-width";
import type { ChartProps } from "./chart-props";
import { type ChartFrame, px } from "./frame";
import { Label } from "./label";

/** The points whose dates are shown under the axis, evenly spaced and counted back from the newest, which is always shown. */
export function datedPoints(points: ChartProps["points"], { x, size }: ChartFrame): ChartProps["points"] {
  const widest = Math.max(...points.map((point) => wordsWidth(point.tick.short, size.text))) + size.text;
  const spacing =
    points.length > 1
      ? (x(Date.parse(points.at(-1)?.on ?? "")) - x(Date.parse(points[0]?.on ?? ""))) / (points.length - 1)
      : widest;
  const every = Math.max(1, Math.ceil(points.length / size.ticks), Math.ceil(widest / spacing));
  return points.filter((_, i) => (points.length - 1 - i) % every === 0);
}

/** Light grid lines with their values, and dates below some of the points. */
export function Axes({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  const { x, y, yTicks, unitOnTop, left, right, top, bottom, size } = frame;
  const dated = datedPoints(chart.points, frame);
  /** The middle of a date: below its point, but far enough from the edges to fit. */
  const middle = ({ on, tick }: ChartProps["points"][number]) => {
    const half = wordsWidth(tick.short, size.text) / 2 + 1;
    return Math.max(half, Math.min(x(Date.parse(on)), size.width - half));
  };
  return (
    <g className="chart-axes" fill="#4c6272">
      {unitOnTop && (
        <Label words={chart.unit} x={2} y={top - size.text * 0.75} text={size.text} maxWidth={size.width - 4} />
      )}
      {yTicks.map(({ at, label }) => (
        <g key={at}>
          <line x1={px(left)} x2={px(right)} y1={px(y(at))} y2={px(y(at))} stroke="#d8dde0" className="chart-rule" />
          <Label words={label} x={left - 8} y={y(at) + size.text * 0.35} text={size.text} textAnchor="end" />
        </g>
      ))}
      <line x1={px(left)} x2={px(right)} y1={px(bottom)} y2={px(bottom)} stroke="#768692" />
      {dated.map((point, i) => (
        <g key={point.on} textAnchor="middle">
          <line
            x1={px(x(Date.parse(point.on)))}
            x2={px(x(Date.parse(point.on)))}
            y1={bottom}
            y2={bottom + 5}
            stroke="#768692"
          />
          <Label words={point.tick.short} x={middle(point)} y={bottom + size.text * 1.35} text={size.text} />
          {point.tick.year !== dated[i - 1]?.tick.year && (
            <Label words={point.tick.year} x={middle(point)} y={bottom + size.text * 2.55} text={size.text} />
          )}
        </g>
      ))}
    </g>
  );
}
