import type { ChartFrame } from "./frame";

export interface EndLabel {
  text: string;
  /** The line's own height, and where its words went. */
  y: number;
  placed: number;
  ink: string;
}

/** Moves words at the ends of lines apart, so that none covers another, as little as possible and inside the frame. */
export function placeApart(
  labels: readonly Omit<EndLabel, "placed">[],
  frame: Pick<ChartFrame, "top" | "bottom" | "size">,
): EndLabel[] {
  const gap = frame.size.text * 1.3;
  const placed = labels.map((label) => ({ ...label, placed: label.y })).sort((a, b) => a.y - b.y);
  // Clusters that touch share out the room around their middle; a few passes settle any real chart.
  for (let pass = 0; pass < 20; pass++) {
    let moved = false;
    for (let i = 1; i < placed.length; i++) {
      const [above, below] = [placed[i - 1], placed[i]];
      if (!above || !below) continue;
      const overlap = gap - (below.placed - above.placed);
      if (overlap <= 0.01) continue;
      above.placed -= overlap / 2;
      below.placed += overlap / 2;
      moved = true;
    }
    if (!moved) break;
  }
  const lastOne = placed.at(-1);
  const overBottom = Math.max(0, (lastOne?.placed ?? 0) - frame.bottom);
  const underTop = Math.max(0, frame.top - ((placed[0]?.placed ?? frame.top) - overBottom));
  for (const label of placed) label.placed += underTop - overBottom;
  return placed;
}
