import type { ChartPart, ChartProps } from "./chart-props";
import { type ChartFrame, px } from "./frame";

const kinds = ["upper", "centre", "lower"] as const;

/** Those before the last time the limits were set anew: still readable, in a paler grey. */
const earlier = "#768692";

/** Average and limits as steps, a step for each part. */
export function LimitLines({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  return (
    <g className="chart-limits" fill="none" stroke="#4c6272">
      {chart.parts.map((part, i) => {
        const { from, to } = ends(part, chart, frame);
        const stroke = i < chart.parts.length - 1 ? earlier : undefined;
        return kinds.map((kind) => {
          const limit = part[kind];
          if (!limit || frame.within(limit.at) !== limit.at) return null;
          const dash = kind === "centre" ? undefined : part.early ? "2 4" : "6 4";
          const d = `M${px(from)} ${px(frame.y(limit.at))}H${px(to)}`;
          return <path key={`${kind}${part.from}`} d={d} stroke={stroke} strokeWidth={1.6} strokeDasharray={dash} />;
        });
      })}
    </g>
  );
}

/** The figures of earlier parts, at the beginning of their lines; those of the last part stand at its end. */
export function EarlierFigures({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  const { y, within, size } = frame;
  return (
    <g fill="#4c6272" stroke="#ffffff" strokeWidth={3} paintOrder="stroke" fontSize={size.text - 2}>
      {chart.parts.slice(0, -1).map((part) => {
        const { from } = ends(part, chart, frame);
        return kinds.map((kind) => {
          const limit = part[kind];
          if (!limit || within(limit.at) !== limit.at) return null;
          return (
            <text key={`${kind}${part.from}`} x={px(from + 3)} y={px(y(limit.at) - 5)}>
              {limit.figure}
            </text>
          );
        });
      })}
    </g>
  );
}

/** A part reaches half a period beyond its first and last points. */
function ends(part: ChartPart, chart: ChartProps, { x, half }: ChartFrame) {
  const time = (place: number) => Date.parse(chart.points[place]?.on ?? "");
  return { from: x(time(part.from) - half), to: x(time(part.to) + half) };
}
