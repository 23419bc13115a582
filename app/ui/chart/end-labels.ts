import { wordsWidth } from "@/app/ui/typeface/words-width";
import type { ChartFrame } from "./frame";

export interface EndLabel {
  lines: readonly string[];
  /** The height of the drawn line, and where the middle of its label was placed. */
  y: number;
  placed: number;
  strong: boolean;
}

/** Wraps text to a width; a single long word stays whole. */
export function wrapText(words: string, maxWidth: number, text: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && wordsWidth(`${line} ${word}`, text, bold) <= maxWidth)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Moves the labels at the ends of lines apart so that none covers another, as little as possible and inside the frame. */
export function spreadApart(
  labels: readonly Omit<EndLabel, "placed">[],
  frame: Pick<ChartFrame, "top" | "bottom" | "size">,
): EndLabel[] {
  const heightOf = (label: Pick<EndLabel, "lines">) => label.lines.length * frame.size.text * 1.2 + 2;
  const placed = labels.map((label) => ({ ...label, placed: label.y })).sort((a, b) => a.y - b.y);
  // Each pass halves the remaining overlap; 20 are enough for any real chart
  for (let pass = 0; pass < 20; pass++) {
    for (let i = 1; i < placed.length; i++) {
      const [above, below] = [placed[i - 1], placed[i]];
      if (!above || !below) continue;
      const overlap = (heightOf(above) + heightOf(below)) / 2 - (below.placed - above.placed);
      if (overlap <= 0) continue;
      above.placed -= overlap / 2;
      below.placed += overlap / 2;
    }
  }
  const [first, last] = [placed[0], placed.at(-1)];
  if (!first || !last) return placed;
  const up = Math.max(0, last.placed + heightOf(last) / 2 - frame.bottom);
  const down = Math.max(0, frame.top - (first.placed - up - heightOf(first) / 2));
  for (const label of placed) label.placed += down - up;
  return placed;
}
