import { line } from "d3-shape";
import type { ChartProps } from "./chart-props";
import { type ChartFrame, px } from "./frame";
import { glyph, inks, marks } from "./glyphs";

/** Above this many points an ordinary point is a dot without a ring, to keep the page small. */
const maxRinged = 400;

/** The line through the values, broken where a period has none, and one path for all points of a kind. */
export function Points({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  const { x, y, right, left } = frame;
  const place = chart.points.map(({ on, value, mark }) => ({ value, mark, x: x(Date.parse(on)), y: y(value ?? 0) }));
  const through = line<(typeof place)[number]>(
    (p) => px(p.x),
    (p) => px(p.y),
  ).defined((p) => p.value !== null);
  const spacing = (right - left) / Math.max(1, place.length);
  const r = Math.min(5.5, Math.max(2.2, spacing * 0.36));
  const isDense = place.length > maxRinged;
  return (
    <>
      <path
        d={through(place.filter((p) => p.mark !== "left out")) ?? ""}
        fill="none"
        stroke="#768692"
        strokeWidth={isDense ? 0.8 : 1.4}
        className="chart-line"
      />
      {marks.map((mark) => {
        const marked = place.filter((p) => p.mark === mark && p.value !== null);
        if (marked.length === 0) return null;
        if (isDense && mark === "ordinary") {
          const dots = marked.map((p) => `M${px(p.x)} ${px(p.y)}h0`).join("");
          return <path key={mark} d={dots} stroke={inks.ordinary.stroke} strokeWidth={3} strokeLinecap="round" />;
        }
        return (
          <path
            key={mark}
            d={marked.map((p) => glyph(mark, p.x, p.y, r, chart.betterIs)).join("")}
            fill={inks[mark].fill}
            stroke={inks[mark].stroke}
            strokeWidth={mark === "ordinary" || mark === "left out" ? 1.7 : 0.8}
            className={`chart-${mark.replace(" ", "-")}`}
          />
        );
      })}
    </>
  );
}
