import { curveStep, line } from "d3-shape";
import type { ChartPart, ChartProps } from "./chart-props";
import { type ChartFrame, px } from "./frame";

const kinds = ["upper", "centre", "lower"] as const;

/** Average and limits, part by part, as steps; earlier parts carry their figures on the lines, the last one at its end. */
export function LimitLines({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  return (
    <g className="chart-limits" fill="none" stroke="#4c6272">
      {chart.parts.map((part, i) => (
        <g key={chart.points[part.from]?.on} strokeOpacity={part.early ? 0.75 : 1}>
          {kinds.map((kind) => {
            const d = stepPath(part, kind, chart, frame);
            if (d === null) return null;
            const dash = kind === "centre" ? undefined : part.early ? "2 4" : "6 4";
            return <path key={kind} d={d} strokeWidth={1.6} strokeDasharray={dash} />;
          })}
          {i < chart.parts.length - 1 && <Figures part={part} chart={chart} frame={frame} />}
        </g>
      ))}
    </g>
  );
}

function stepPath(
  part: ChartPart,
  kind: (typeof kinds)[number],
  chart: ChartProps,
  { x, y, half, within }: ChartFrame,
) {
  const at = part[kind]?.at;
  if (at === undefined || within(at) !== at) return null;
  const ends = [chart.points[part.from], chart.points[part.to]].map((point) => Date.parse(point?.on ?? ""));
  const [from = 0, to = from] = ends;
  const path = line<number>(
    (time) => px(x(time)),
    () => px(y(at)),
  ).curve(curveStep);
  return path([from - half, to + half]);
}

function Figures({ part, chart, frame }: { part: ChartPart; chart: ChartProps; frame: ChartFrame }) {
  const { x, y, half, within, size } = frame;
  const from = x(Date.parse(chart.points[part.from]?.on ?? "") - half) + 3;
  return (
    <g fill="#4c6272" stroke="#ffffff" strokeWidth={3} paintOrder="stroke" strokeOpacity={1}>
      {kinds.map((kind) => {
        const limit = part[kind];
        if (!limit || within(limit.at) !== limit.at) return null;
        return (
          <text key={kind} x={px(from)} y={px(y(limit.at) - 5)} fontSize={size.text - 2}>
            {limit.label.replace(/^.* /, "")}
          </text>
        );
      })}
    </g>
  );
}
