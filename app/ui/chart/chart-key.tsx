import type { ChartProps, Mark } from "./chart-props";
import { glyph, inks, marks } from "./glyphs";

export const keyWords: Record<Mark, string> = {
  ordinary: "Ordinary variation",
  better: "Getting better",
  worse: "Getting worse",
  changed: "Unusual",
  "left out": "Left out of the limits",
};

/** The meaning of the shapes on this chart; shapes that do not occur are left out. */
export function ChartKey({ chart }: { chart: Pick<ChartProps, "points" | "betterIs"> }) {
  const present = marks.filter((mark) => chart.points.some((point) => point.mark === mark && point.value !== null));
  return (
    <ul className="chart-key">
      {present.map((mark) => (
        <li key={mark}>
          <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true" focusable="false">
            <path
              d={glyph(mark, 8, 8, 5.5, chart.betterIs)}
              strokeWidth={1.7}
              {...inks[mark]}
              className={`chart-${mark.replace(" ", "-")}`}
            />
          </svg>
          {keyWords[mark]}
        </li>
      ))}
    </ul>
  );
}
