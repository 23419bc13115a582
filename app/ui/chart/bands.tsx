import { wordsWidth } from "@/app/ui/typeface/words-width";
import type { ChartBand, ChartProps } from "./chart-props";
import { wrapText } from "./end-labels";
import { type ChartFrame, px } from "./frame";
import { Label } from "./label";

/** Agreed windows, hatched. */
export function Bands({ chart, frame, hatch }: { chart: ChartProps; frame: ChartFrame; hatch: string }) {
  return chart.bands.map((band) => {
    const box = edges(band, frame);
    if (box.to <= box.from) return null;
    return (
      <rect
        key={band.from}
        x={px(box.from)}
        y={px(box.upper)}
        width={px(box.to - box.from)}
        height={px(Math.max(3, box.lower - box.upper))}
        fill={`url(#${hatch})`}
        stroke="#4c6272"
        strokeWidth={0.8}
      />
    );
  });
}

/** The windows' labels, drawn over the points where they cover the fewest. */
export function BandWords({ chart, frame }: { chart: ChartProps; frame: ChartFrame }) {
  const { size } = frame;
  return chart.bands.map((band) => {
    const box = edges(band, frame);
    if (box.to <= box.from) return null;
    const { lines, x, top } = wordsPlace(band, box, chart, frame);
    return (
      <g key={band.from} fill="#212b32" stroke="#ffffff" strokeWidth={4} strokeLinejoin="round" paintOrder="stroke">
        {lines.map((line, i) => (
          <Label
            key={line}
            words={line}
            {...{ x, y: top + size.text * (0.95 + 1.2 * i), text: size.text, maxWidth: size.width - x - 2 }}
          />
        ))}
      </g>
    );
  });
}

type Box = ReturnType<typeof edges>;

function edges(band: ChartBand, { x, y, half, left, right, top, bottom }: ChartFrame) {
  const from = Math.max(left, x(Date.parse(band.from) - half));
  const to = Math.min(right, x(Math.max(Date.parse(band.to), Date.parse(band.from) + half)));
  const [upper = top, lower = bottom] = [y(band.near), y(band.far)].sort((a, b) => a - b);
  return { from, to, upper, lower };
}

/** Above, below or inside the window: wherever the label covers the fewest points. */
function wordsPlace(band: ChartBand, box: Box, chart: ChartProps, frame: ChartFrame) {
  const { left, right, top, bottom, size, x, y } = frame;
  const lines = wrapText(band.label, right - left, size.text);
  const width = Math.max(...lines.map((line) => wordsWidth(line, size.text)));
  const height = lines.length * size.text * 1.2;
  const starts = [Math.max(left + 2, Math.min(box.from + 4, right - width - 4)), right - width - 4, left + 4];
  const tops = [box.lower + 3, box.upper - height - 3, box.upper + 3, box.lower - height - 3].filter(
    (edge) => edge >= top - 2 && edge + height <= bottom + 1,
  );
  const covered = ({ at, edge }: { at: number; edge: number }) =>
    chart.points.filter(({ on, value }) => {
      if (value === null) return false;
      const [across, down] = [x(Date.parse(on)), y(value)];
      return across > at - 6 && across < at + width + 6 && down > edge - 6 && down < edge + height + 6;
    }).length;
  const places = starts.flatMap((at) => tops.map((edge) => ({ at, edge })));
  const best = places.reduce((a, b) => (covered(b) < covered(a) ? b : a), places[0] ?? { at: left + 4, edge: top });
  return { lines, x: best.at, top: best.edge };
}
