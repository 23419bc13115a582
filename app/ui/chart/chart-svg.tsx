import { Axes } from "./axes";
import { Bands, BandWords } from "./bands";
import type { ChartProps } from "./chart-props";
import { EndWords } from "./end-words";
import { placeEvents } from "./event-rows";
import { type ChartSize, chartFrame } from "./frame";
import { EarlierFigures, LimitLines } from "./limit-lines";
import { Points } from "./points";
import { AcrossLines, Events } from "./surroundings";
import { Windows } from "./windows";

/** Computes the frame of a drawing, once its events have been placed in rows. */
export function frameWithEvents(chart: ChartProps, size: ChartSize) {
  const flat = chartFrame(chart, size, 0);
  const events = placeEvents(chart.events, (on) => flat.x(Date.parse(on)), flat.left, size.width, size.text);
  return { events, frame: chartFrame(chart, size, Math.max(0, ...events.map((event) => event.row + 1))) };
}

/** A run or control chart that needs neither script nor stylesheet, so that it can be saved and printed. */
export function ChartSvg({ chart, size, className }: { chart: ChartProps; size: ChartSize; className?: string }) {
  const id = `${chart.id}-${size.width}`;
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className={className}
      fontSize={size.text}
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id={`${id}-title`}>{chart.title}</title>
      <desc id={`${id}-desc`}>{chart.description}</desc>
      <Drawing chart={chart} size={size} id={id} />
    </svg>
  );
}

/** The content of the drawing, so that a picture with texts of its own can contain it too. */
export function Drawing({ chart, size, id }: { chart: ChartProps; size: ChartSize; id: string }) {
  const { events, frame } = frameWithEvents(chart, size);
  return (
    <>
      <defs>
        <pattern id={`${id}-hatch`} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={7} height={7} fill="#f0f4f5" fillOpacity={0.7} />
          <line x1={0} x2={0} y1={0} y2={7} stroke="#aeb7bd" strokeWidth={2.4} />
        </pattern>
      </defs>
      <rect width={size.width} height={size.height} fill="#ffffff" className="chart-paper" />
      <Axes chart={chart} frame={frame} />
      <Bands chart={chart} frame={frame} hatch={`${id}-hatch`} />
      <Windows chart={chart} frame={frame} />
      <LimitLines chart={chart} frame={frame} />
      <AcrossLines chart={chart} frame={frame} />
      <Points chart={chart} frame={frame} />
      <EarlierFigures chart={chart} frame={frame} />
      <BandWords chart={chart} frame={frame} />
      <Events events={events} frame={frame} />
      <EndWords chart={chart} frame={frame} />
    </>
  );
}
