import type { Metadata } from "next";
import { MeasurePart } from "@/app/measures/measure-part";
import { Inset } from "@/app/ui/inset";
import { api } from "@/server/caller";
import { analyse } from "@/server/charts/analyse";
import { rebaseAdvice } from "@/server/charts/rebase-advice";
import { periodChoices } from "../period-choices";
import { RemovableMarks } from "../removable-marks";
import { RebaseForm, RemoveRebaseButton } from "./rebase-form";

export const metadata: Metadata = { title: "Set the limits anew" };

export default async function RebasePage({ params }: PageProps<"/measures/[measureId]/rebase">) {
  const { measureId } = await params;
  const [measure, points, chart] = await Promise.all([
    api.measures.find({ measureId }),
    api.measures.series({ measureId }),
    api.charts.ofMeasure({ measureId }),
  ]);
  const advice = rebaseAdvice(analyse(measure, points), measure);
  const periods = periodChoices(points, measure.rhythm).slice(0, -1);
  const may = chart.may.rebase && periods.length > 0;
  return (
    <MeasurePart measure={measure} heading="Set the limits anew">
      {may ? (
        <>
          {advice && (
            <Inset>
              <p>{advice.sentence}</p>
            </Inset>
          )}
          <p>Do it only when you know what changed, and expect it to stay. The old limits stay on the chart in grey.</p>
          <RebaseForm measureId={measureId} periods={periods} suggested={advice?.from} />
        </>
      ) : (
        <p>
          {chart.may.rebase
            ? "It takes 2 results before limits can be set anew."
            : "Teams that use this measure, and those who bring its results, set its limits anew."}
        </p>
      )}
      <RemovableMarks
        marks={chart.rebases}
        rhythm={measure.rhythm}
        heading="Set anew so far"
        removeButton={(mark, period) =>
          chart.may.rebase && <RemoveRebaseButton measureId={measureId} rebaseId={mark.id} period={period} />
        }
      />
    </MeasurePart>
  );
}
