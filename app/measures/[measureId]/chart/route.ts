import { chartFile } from "@/app/measures/chart-file";
import { drawn } from "@/app/measures/drawn";
import { chartOf } from "../around-chart";

/** A measure's chart to take along: just what its page shows. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/measures/[measureId]/chart">,
): Promise<Response> {
  const { measure, points, around } = await chartOf((await params).measureId);
  return chartFile(request, drawn(measure, points, around));
}
