import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { ChartProps, Mark } from "./chart-props";
import { clampToBounds, px } from "./frame";
import { glyph, inks, marks } from "./glyphs";
import { stepPath } from "./step-path";

/** A chart's values. `from` and `to` are indexes in `points`, both included. */
export interface SmallChartProps {
  title: string;
  betterIs: ChartProps["betterIs"];
  points: readonly { value: number | null; mark: Mark }[];
  parts: readonly {
    from: number;
    to: number;
    centre: number | null;
    lower: number | null;
    upper: number | null;
    /** The limits at each point of the part, if they vary. */
    steps: { lower: readonly (number | null)[]; upper: readonly (number | null)[] } | null;
    early: boolean;
  }[];
  least: number | null;
  most: number | null;
}

const width = 300;
const height = 84;
const edge = 7;

/**
 * A chart small enough for many on a page: the line, the average, the limits, and a shape for every unusual point.
 * Its text is beside it, so it has none of its own but its name.
 */
export function SmallChart({ chart }: { chart: SmallChartProps }) {
  const valued = chart.points.filter((point) => point.value !== null);
  if (valued.length === 0) return null;
  const limits = chart.parts.flatMap(({ centre, lower, upper, steps }) => [
    ...[centre, lower, upper],
    ...(steps ? [...steps.lower, ...steps.upper] : []),
  ]);
  const clamp = clampToBounds(chart);
  const all = [...valued.map((point) => point.value), ...limits].filter((value) => value != null).map(clamp);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [height - edge, edge]);
  const x = scaleLinear([0, Math.max(1, chart.points.length - 1)], [edge, width - edge]);
  const through = line<number | null>(
    (_, i) => px(x(i)),
    (value) => px(y(value ?? 0)),
  ).defined((value) => value !== null);
  const lastAt = chart.points.findLastIndex((point) => point.value !== null);
  return (
    <svg
      role="img"
      aria-label={chart.title}
      viewBox={`0 0 ${width} ${height}`}
      className="chart-small"
      xmlns="http://www.w3.org/2000/svg"
    >
      {chart.parts.map(({ from, to, ...part }) => {
        const across = (at: number) => `M${px(x(from))} ${px(y(clamp(at)))}H${px(x(to))}`;
        const edge = (nth: number) => x(Math.min(Math.max(from + nth - 0.5, from), to));
        const stepped = (heights: readonly (number | null)[]) =>
          stepPath(
            heights.map((height) => (height === null ? null : y(clamp(height)))),
            edge,
          );
        const outer = part.steps
          ? [stepped(part.steps.lower), stepped(part.steps.upper)]
          : [part.lower, part.upper].flatMap((limit) => (limit === null ? [] : [across(limit)]));
        return (
          <g key={from} fill="none" stroke="#4c6272">
            {part.centre !== null && <path d={across(part.centre)} />}
            {outer.length > 0 && <path d={outer.join("")} strokeDasharray={part.early ? "1 3" : "4 3"} />}
          </g>
        );
      })}
      <path
        d={through(chart.points.map((point) => (point.mark === "left out" ? null : point.value))) ?? ""}
        fill="none"
        stroke="#768692"
        strokeWidth={1.2}
        className="chart-line"
      />
      {marks.map((mark) => {
        const paths = chart.points.flatMap((point, i) =>
          point.mark === mark && point.value !== null && (mark !== "ordinary" || i === lastAt)
            ? [glyph(mark, x(i), y(point.value), i === lastAt ? 4.5 : 3, chart.betterIs)]
            : [],
        );
        if (paths.length === 0) return null;
        const { fill, stroke } = inks[mark];
        return (
          <path
            key={mark}
            d={paths.join("")}
            fill={fill}
            stroke={stroke}
            className={`chart-${mark.replace(" ", "-")}`}
          />
        );
      })}
    </svg>
  );
}
