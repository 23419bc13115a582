import { ChartKey } from "./chart-key";
import type { ChartProps } from "./chart-props";
import { ChartSvg, frameWithEvents } from "./chart-svg";
import type { ChartSize } from "./frame";
import { pointPlaces } from "./point-places";
import { PointReader } from "./point-reader";

/** A drawing with its key and, with `explore`, keyboard access to its points. */
export function ChartDrawing({ chart, size, explore }: { chart: ChartProps; size: ChartSize; explore: boolean }) {
  const drawing = <ChartSvg chart={chart} size={size} />;
  return (
    <>
      <ChartKey chart={chart} />
      {explore ? (
        <PointReader
          label={`Results one at a time: ${chart.title}`}
          places={pointPlaces(chart, frameWithEvents(chart, size).frame)}
          width={size.width}
          height={size.height}
        >
          {drawing}
        </PointReader>
      ) : (
        drawing
      )}
    </>
  );
}
