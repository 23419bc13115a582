import type { ChartProps } from "./chart-props";
import { type ChartFrame, px } from "./frame";

/** Quiet rules behind the points with their figures, and dates at some of the points themselves. */
export function Axes({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  const { x, y, yTicks, unitOnTop, left, right, top, bottom, size } = frame;
  const every = Math.max(1, Math.ceil(chart.points.length / size.ticks));
  // Counted from the last point, so that the newest date is always there.
  const dated = chart.points.filter((_, i) => (chart.points.length - 1 - i) % every === 0);
  return (
    <g className="chart-axes" fill="#4c6272">
      {unitOnTop && (
        <text x={2} y={px(top - size.text * 0.75)}>
          {chart.unit}
        </text>
      )}
      {yTicks.map(({ at, label }) => (
        <g key={at}>
          <line x1={px(left)} x2={px(right)} y1={px(y(at))} y2={px(y(at))} stroke="#d8dde0" className="chart-rule" />
          <text x={px(left - 8)} y={px(y(at) + size.text * 0.35)} textAnchor="end">
            {label}
          </text>
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
          <text x={px(x(Date.parse(point.on)))} y={px(bottom + size.text * 1.35)}>
            {point.tick.short}
          </text>
          {point.tick.year !== dated[i - 1]?.tick.year && (
            <text x={px(x(Date.parse(point.on)))} y={px(bottom + size.text * 2.55)}>
              {point.tick.year}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
