import type { ChartProps } from "./chart-props";
import type { PlacedEvent } from "./event-rows";
import { type ChartFrame, px } from "./frame";
import { Label } from "./label";

/** Goal and stop rules as lines across the whole chart; their labels are at the ends of the lines. */
export function AcrossLines({
  chart,
  frame: { left, right, y, top, bottom },
}: {
  chart: ChartProps;
  frame: ChartFrame;
}) {
  const inside = (at: number) => y(at) >= top - 1 && y(at) <= bottom + 1;
  return (
    <g className="chart-across" stroke="#212b32" fill="none">
      {chart.goal && inside(chart.goal.at) && (
        <line
          x1={px(left)}
          x2={px(right)}
          y1={px(y(chart.goal.at))}
          y2={px(y(chart.goal.at))}
          strokeWidth={1.6}
          strokeDasharray="14 4 2 4"
        />
      )}
      {chart.stopLines
        .filter((stop) => inside(stop.at))
        .map((stop) => (
          <line
            key={stop.label}
            x1={px(left)}
            x2={px(right)}
            y1={px(y(stop.at))}
            y2={px(y(stop.at))}
            strokeWidth={2.4}
            strokeDasharray="9 5"
          />
        ))}
    </g>
  );
}

/** Events, as thin marks down to the axis with labels on top. */
export function Events({ events, frame }: { events: readonly PlacedEvent[]; frame: ChartFrame }) {
  const { bottom, size } = frame;
  const lift = size.text * 1.35;
  return (
    <g className="chart-events">
      {events.map((event) => {
        const y = size.text * 1.1 + event.row * lift;
        return (
          <g key={`${event.on}${event.label}`}>
            <line
              x1={px(event.x)}
              x2={px(event.x)}
              y1={px(y - size.text * 0.8)}
              y2={px(bottom)}
              stroke="#212b32"
              strokeWidth={1}
              strokeDasharray="1 3"
            />
            <Label
              words={event.label}
              {...{ x: event.x + (event.toLeft ? -5 : 5), y, text: size.text, maxWidth: event.maxWidth }}
              textAnchor={event.toLeft ? "end" : "start"}
              {...{ fill: "#212b32", stroke: "#ffffff", strokeWidth: 3, paintOrder: "stroke" }}
            />
          </g>
        );
      })}
    </g>
  );
}
