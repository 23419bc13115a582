import { measureChartData } from "@/app/measures/chart-data";
import { chartFile } from "@/app/measures/chart-file";
import { findChart } from "../find-chart";

/** Downloads a measure's chart as its page shows it. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/measures/[measureId]/chart">,
): Promise<Response> {
  const { measure, points, surroundings } = await findChart((await params).measureId);
  return chartFile(request, measureChartData(measure, points, surroundings));
}
