import type { Metadata } from "next";
import { MeasurePart } from "@/app/measures/measure-part";
import { api } from "@/server/caller";
import { periodChoices } from "../period-choices";
import { RemovableMarks } from "../removable-marks";
import { LeaveOutForm, PutBackButton } from "./leave-out-form";

export const metadata: Metadata = { title: "Leave a result out of the limits" };

export default async function PointsPage({ params }: PageProps<"/measures/[measureId]/points">) {
  const { measureId } = await params;
  const [measure, points, chart] = await Promise.all([
    api.measures.find({ measureId }),
    api.measures.series({ measureId }),
    api.charts.ofMeasure({ measureId }),
  ]);
  const { rhythm, leftOutOn } = measure;
  const periods = periodChoices(points, rhythm).filter(({ value }) => !leftOutOn.includes(value));
  return (
    <MeasurePart measure={measure} heading="Leave a result out of the limits">
      <p>It stays on the chart, hollow and crossed, with your reason. It makes no limits and no signs of change.</p>
      {chart.may.leaveOutPoint ? (
        <LeaveOutForm measureId={measureId} periods={periods} />
      ) : (
        <p>Teams that use this measure, and those who bring its results, leave results out.</p>
      )}
      <RemovableMarks
        marks={chart.leftOut}
        rhythm={rhythm}
        heading="Left out"
        removeButton={(mark, period) =>
          chart.may.leaveOutPoint && <PutBackButton measureId={measureId} pointId={mark.id} period={period} />
        }
      />
    </MeasurePart>
  );
}
