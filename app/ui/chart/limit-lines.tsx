import type { ChartLimit, ChartPart, ChartProps } from "./chart-props";
import { type ChartFrame, px } from "./frame";
import { stepPath } from "./step-path";

const kinds = ["upper", "centre", "lower"] as const;

/** Limits before the last rebase: still readable, in a paler grey. */
const earlier = "#768692";

/** Average and limits as steps: one per part, or one per point where limits vary by point. */
export function LimitLines({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  return (
    <g className="chart-limits" fill="none" stroke="#4c6272">
      {chart.parts.map((part, i) => {
        const edge = edges(part, chart, frame);
        const stroke = i < chart.parts.length - 1 ? earlier : undefined;
        return kinds.map((kind) => {
          const limit = part[kind];
          const d = limit ? pathOf(limit, part, edge, frame) : "";
          if (d === "") return null;
          const dash = kind === "centre" ? undefined : part.early ? "2 4" : "6 4";
          return <path key={`${kind}${part.from}`} d={d} stroke={stroke} strokeWidth={1.6} strokeDasharray={dash} />;
        });
      })}
    </g>
  );
}

/** A limit as path data: level over the whole part, or a step for each point. Impossible values are not drawn. */
function pathOf({ at, steps }: ChartLimit, part: ChartPart, edge: (place: number) => number, frame: ChartFrame) {
  const height = (value: number | null) => (value === null || frame.clamp(value) !== value ? null : frame.y(value));
  if (steps) return stepPath(steps.map(height), edge);
  const level = height(at);
  return level === null ? "" : `M${px(edge(0))} ${px(level)}H${px(edge(part.to - part.from + 1))}`;
}

/** The labels of earlier parts, at the start of their lines; those of the last part are at its end. */
export function EarlierFigures({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  const { y, clamp, size } = frame;
  return (
    <g fill="#4c6272" stroke="#ffffff" strokeWidth={3} paintOrder="stroke" fontSize={size.text - 2}>
      {chart.parts.slice(0, -1).map((part) => {
        const from = edges(part, chart, frame)(0);
        return kinds.map((kind) => {
          const limit = part[kind];
          if (!limit || limit.steps || clamp(limit.at) !== limit.at) return null;
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

/** Where each place of a part starts: midway between its point and the one before, and half a period out at both ends. */
function edges(part: ChartPart, { points }: ChartProps, { x, half }: ChartFrame) {
  const time = (place: number) => Date.parse(points[place]?.on ?? "");
  return (nth: number): number => {
    const place = part.from + nth;
    if (place === 0) return x(time(0) - half);
    if (place >= points.length) return x(time(points.length - 1) + half);
    return (x(time(place - 1)) + x(time(place))) / 2;
  };
}
