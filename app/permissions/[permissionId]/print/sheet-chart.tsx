import "@/app/ui/chart/chart.css";
import { lastPoints } from "@/app/ui/chart/chart-props";
import { ChartSvg } from "@/app/ui/chart/chart-svg";
import { narrow } from "@/app/ui/chart/frame";
import { analyse } from "@/server/charts/analyse";
import { chartData } from "@/server/charts/data";
import type { PermissionRecord, RecordFigure } from "@/server/permissions/record/record";
import { agreedDipBand, pointsBeforePermission, pointsToShow } from "../record-chart";

const printSize = { width: 840, height: 250, text: 15, ticks: 8 };

/** The measure over the days of the permission, with the agreed dip, for printing in black and white. */
export function SheetChart({ record, figure }: { record: PermissionRecord; figure: RecordFigure }) {
  const { measure, points } = figure;
  if (points.every(({ value }) => value === null)) return null;
  const around = { id: `chart-${measure.id}`, dips: agreedDipBand(record, figure) };
  const { chart } = chartData(analyse(measure, points), measure, around);
  return (
    <figure className="chart-figure">
      <figcaption>{measure.name}</figcaption>
      <div className="chart-wide">
        <ChartSvg chart={lastPoints(chart, pointsToShow(figure, record))} size={printSize} />
      </div>
      <div className="chart-narrow">
        <ChartSvg chart={lastPoints(chart, pointsBeforePermission)} size={narrow} />
      </div>
    </figure>
  );
}
