import type { ChartProps, Mark } from "./chart-props";
import { px } from "./frame";

/** The shape of each kind of point around (x, y), as path data; r is about half its width. */
export function glyph(mark: Mark, x: number, y: number, r: number, betterIs: ChartProps["betterIs"]): string {
  const at = (dx: number, dy: number) => `${px(x + dx * r)} ${px(y + dy * r)}`;
  if (mark === "better") {
    const tip = betterIs === "down" ? 1 : -1;
    return `M${at(0, 1.25 * tip)}L${at(1.2, -0.9 * tip)}L${at(-1.2, -0.9 * tip)}Z`;
  }
  if (mark === "worse") return `M${at(-0.95, -0.95)}h${px(1.9 * r)}v${px(1.9 * r)}h${px(-1.9 * r)}Z`;
  if (mark === "changed") return `M${at(0, -1.3)}L${at(1.3, 0)}L${at(0, 1.3)}L${at(-1.3, 0)}Z`;
  const half = px(r * 0.92);
  const d = px(2 * half);
  const circle = `M${px(x - half)} ${px(y)}a${half} ${half} 0 1 0 ${d} 0a${half} ${half} 0 1 0 ${-d} 0`;
  // Hollow, with a cross that reaches beyond it
  return mark === "left out" ? `${circle}M${at(-1.3, -1.3)}L${at(1.3, 1.3)}M${at(1.3, -1.3)}L${at(-1.3, 1.3)}` : circle;
}

export const marks: readonly Mark[] = ["ordinary", "left out", "changed", "worse", "better"];

/** Colours with a contrast of 3:1 or more on white and on the page's grey. */
export const inks: Record<Mark, { fill: string; stroke: string }> = {
  ordinary: { fill: "#ffffff", stroke: "#4c6272" },
  better: { fill: "#0072c6", stroke: "#ffffff" },
  worse: { fill: "#b84f00", stroke: "#ffffff" },
  changed: { fill: "#490092", stroke: "#ffffff" },
  "left out": { fill: "none", stroke: "#4c6272" },
};
