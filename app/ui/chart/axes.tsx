import type { ChartProps } from "./chart-props";
import { type ChartFrame, px } from "./frame";

const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });

/** Quiet rules behind the points with their figures, and dates at some of the points themselves. */
export function Axes({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  const { x, y, left, right, top, bottom, size } = frame;
  const every = Math.max(1, Math.ceil(chart.points.length / size.ticks));
  // Counted from the last point, so that the newest date is always there.
  const dated = chart.points.filter((_, i) => (chart.points.length - 1 - i) % every === 0);
  const percent = chart.unit === "%" ? "%" : "";
  return (
    <g className="chart-axes" fill="#4c6272">
      {chart.unit !== "" && !percent && (
        <text x={px(left)} y={px(top - size.text * 0.75)} className="chart-unit">
          {chart.unit}
        </text>
      )}
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line
            x1={px(left)}
            x2={px(right)}
            y1={px(y(tick))}
            y2={px(y(tick))}
            stroke="#d8dde0"
            className="chart-rule"
          />
          <text x={px(left - 8)} y={px(y(tick) + size.text * 0.35)} textAnchor="end">
            {number.format(tick)}
            {percent}
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
