import { notFound } from "next/navigation";
import { chartFile } from "@/app/measures/chart-file";
import { drawn } from "@/app/measures/drawn";
import { chartsOfExperiment } from "../experiment-charts";

/** Downloads a chart as the results page shows it. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/experiments/[experimentId]/results/[measureId]">,
): Promise<Response> {
  const { experimentId, measureId } = await params;
  const chart = (await chartsOfExperiment(experimentId)).charts.find(({ measure }) => measure.id === measureId);
  if (!chart) notFound();
  return chartFile(request, drawn(chart.measure, chart.measure.points, chart.around));
}
