import { wordsWidth } from "@/app/ui/typeface/words-width";
import type { ChartFigureProps } from "./chart-figure";
import { keyWords } from "./chart-key";
import { Drawing } from "./chart-svg";
import { wrapText } from "./end-labels";
import { wide } from "./frame";
import { glyph, inks, marks } from "./glyphs";
import { Label } from "./label";

type PictureProps = Pick<ChartFigureProps, "chart" | "headline" | "subtitle" | "summary" | "notes" | "happenings">;
type Row = { words: string; text: number; bold?: boolean; quiet?: boolean };

const edge = 16;
const lineHeight = 1.45;
const keyHeight = 30;

/**
 * The whole figure as one picture for use elsewhere, with all its texts: headline, summary, source and settings.
 * It embeds the typeface, as a stylesheet.
 */
export function ChartPicture({ faces, ...props }: PictureProps & { faces: string }) {
  const { chart, headline, subtitle, summary, notes, happenings } = props;
  const above = layOut([
    { words: headline, text: 24, bold: true },
    { words: subtitle, text: 15, quiet: true },
    { words: summary, text: 16 },
  ]);
  const below = layOut([
    ...happenings.map(({ label, sentence }) => ({ words: `${label}: ${sentence}`, text: 14 })),
    ...notes.map((words) => ({ words, text: 14, quiet: true })),
  ]);
  const drawingAt = edge + above.height + keyHeight;
  const belowAt = drawingAt + wide.height + edge;
  const [width, height] = [wide.width + 2 * edge, belowAt + below.height + edge];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={chart.title}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontFamily="Atkinson Hyperlegible Next, Arial, sans-serif"
      fontSize={wide.text}
    >
      <title>{chart.title}</title>
      <desc>{chart.description}</desc>
      <style>{`${faces}svg{font-variant-numeric:tabular-nums}`}</style>
      <rect width={width} height={height} fill="#ffffff" />
      <Words lines={above.lines} from={edge} />
      <g transform={`translate(${edge} ${edge + above.height})`}>
        <Key chart={chart} />
      </g>
      <g transform={`translate(${edge} ${drawingAt})`}>
        <Drawing chart={chart} size={wide} id={`${chart.id}-picture`} />
      </g>
      <Words lines={below.lines} from={belowAt} />
    </svg>
  );
}

/** Texts wrapped into lines, each with its position. */
function layOut(rows: readonly Row[]) {
  let height = 0;
  const lines = rows.flatMap(({ words, ...look }) =>
    wrapText(words, wide.width, look.text, look.bold).map((line) => {
      height += look.text * lineHeight;
      return { ...look, line, y: height - look.text * 0.45 };
    }),
  );
  return { lines, height };
}

function Words({ lines, from }: { lines: ReturnType<typeof layOut>["lines"]; from: number }) {
  return (
    <g>
      {lines.map(({ line, y, text, bold, quiet }) => (
        <Label
          key={y}
          words={line}
          {...{ x: edge, y: Math.round(from + y), text, bold, maxWidth: wide.width, fontSize: text }}
          fill={quiet ? "#4c6272" : "#212b32"}
        />
      ))}
    </g>
  );
}

/** The meaning of the shapes, in one row. */
function Key({ chart }: Pick<PictureProps, "chart">) {
  let x = 6;
  const present = marks.filter((mark) => chart.points.some((point) => point.mark === mark && point.value !== null));
  return (
    <g>
      {present.map((mark) => {
        const at = x;
        x += wordsWidth(keyWords[mark], 14) + 40;
        return (
          <g key={mark}>
            <path d={glyph(mark, at, 12, 5.5, chart.betterIs)} strokeWidth={1.7} {...inks[mark]} />
            <Label words={keyWords[mark]} x={at + 14} y={17} text={14} fontSize={14} fill="#212b32" />
          </g>
        );
      })}
    </g>
  );
}
