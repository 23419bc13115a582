import { notFound } from "next/navigation";
import { chartFile } from "@/app/measures/chart-file";
import { drawn } from "@/app/measures/drawn";
import { chartsOfExperiment } from "../experiment-charts";

/** A chart of an experiment to take along: just what its results page shows of it. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/experiments/[experimentId]/results/[measureId]">,
): Promise<Response> {
  const { experimentId, measureId } = await params;
  const chart = (await chartsOfExperiment(experimentId)).charts.find(({ measure }) => measure.id === measureId);
  if (!chart) notFound();
  return chartFile(request, drawn(chart.measure, chart.measure.points, chart.around));
}
