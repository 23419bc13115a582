import "@/app/ui/chart/chart.css";
import { SmallChart } from "@/app/ui/chart/small-chart";
import type { api } from "@/server/caller";
import { analyse, inOneSentence } from "@/server/charts/analyse";
import { smallChart } from "@/server/charts/small-chart";

type Measure = Awaited<ReturnType<typeof api.measures.results>>["measures"][number];

/** A measure so far: its chart and a sentence. */
export function MeasureSoFar({ measure }: { measure: Measure }) {
  return (
    <div className="mb-4 max-w-md">
      <p className="mb-1">
        <strong dir="auto">{measure.name}</strong>
      </p>
      <SmallChart chart={smallChart(analyse(measure, measure.points), measure)} />
      <p className="mb-0">{inOneSentence(measure, measure.points)}</p>
    </div>
  );
}
