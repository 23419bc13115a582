import { chartFile } from "@/app/measures/chart-file";
import { drawn } from "@/app/measures/drawn";
import { chartOf } from "../around-chart";

/** Downloads a measure's chart as its page shows it. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/measures/[measureId]/chart">,
): Promise<Response> {
  const { measure, points, around } = await chartOf((await params).measureId);
  return chartFile(request, drawn(measure, points, around));
}
