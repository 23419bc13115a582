import { notFound } from "next/navigation";
import { measureChartData } from "@/app/measures/chart-data";
import { chartFile } from "@/app/measures/chart-file";
import { chartsOfExperiment } from "../experiment-charts";

/** Downloads a chart as the results page shows it. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/experiments/[experimentId]/results/[measureId]">,
): Promise<Response> {
  const { experimentId, measureId } = await params;
  const chart = (await chartsOfExperiment(experimentId)).charts.find(({ measure }) => measure.id === measureId);
  if (!chart) notFound();
  return chartFile(request, measureChartData(chart.measure, chart.measure.points, chart.surroundings));
}
