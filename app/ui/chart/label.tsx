import type { SVGProps } from "react";
import { isMeasured, wordsWidth } from "@/app/ui/typeface/words-width";
import { px } from "./frame";

type Look = Pick<
  SVGProps<SVGTextElement>,
  "fill" | "fontSize" | "paintOrder" | "stroke" | "strokeLinejoin" | "strokeWidth" | "textAnchor"
>;
type LabelProps = Look & { words: string; x: number; y: number; text: number; bold?: boolean; room?: number };

/**
 * Text in a drawing. It is drawn at its measured width, whichever font a device uses, and never wider than its room: so
 * nothing is cut at an edge, and nothing moves when the typeface loads late.
 */
export function Label({ words, x, y, text, bold = false, room = Number.POSITIVE_INFINITY, ...look }: LabelProps) {
  const width = wordsWidth(words, text, bold);
  const isHeld = words !== "" && (isMeasured(words) || width > room);
  return (
    <text
      x={px(x)}
      y={px(y)}
      fontWeight={bold ? 700 : undefined}
      textLength={isHeld ? px(Math.min(width, room)) : undefined}
      lengthAdjust={isHeld ? "spacingAndGlyphs" : undefined}
      {...look}
    >
      {words}
    </text>
  );
}
