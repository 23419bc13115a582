import type { SVGProps } from "react";
import { isMeasured, wordsWidth } from "@/app/ui/typeface/words-width";
import { px } from "./frame";

type Look = Pick<
  SVGProps<SVGTextElement>,
  "fill" | "fontSize" | "paintOrder" | "stroke" | "strokeLinejoin" | "strokeWidth" | "textAnchor"
>;
type LabelProps = Look & { words: string; x: number; y: number; text: number; bold?: boolean; maxWidth?: number };

/**
 * Text in a drawing. It is drawn at its measured width, whichever font a device uses, and never wider than its room: so
 * nothing is cut at an edge, and nothing moves when the typeface loads late.
 */
export function Label({ words, x, y, text, bold = false, maxWidth = Number.POSITIVE_INFINITY, ...look }: LabelProps) {
  const width = wordsWidth(words, text, bold);
  const isFixedWidth = words !== "" && (isMeasured(words) || width > maxWidth);
  return (
    <text
      x={px(x)}
      y={px(y)}
      fontWeight={bold ? 700 : undefined}
      textLength={isFixedWidth ? px(Math.min(width, maxWidth)) : undefined}
      lengthAdjust={isFixedWidth ? "spacingAndGlyphs" : undefined}
      {...look}
    >
      {words}
    </text>
  );
}
