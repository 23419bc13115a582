import { ChartFigure } from "@/app/ui/chart/chart-figure";
import { Sentences } from "@/app/ui/sentences";
import { hiddenInWords, incompleteInWords, type SystemPoint } from "@/server/measures/series";
import { type DrawnMeasure, measureChartData, type Surroundings } from "./chart-data";
import { downloadsAt } from "./chart-file";

type MeasureChartProps = {
  measure: DrawnMeasure;
  points: readonly SystemPoint[];
  surroundings?: Surroundings;
  headingLevel?: 2 | 3;
  /** Whether arrow keys move from point to point: on a page about this one measure, or one experiment. */
  explore?: boolean;
  /** The address of this chart's downloads. */
  file?: string;
};

/** The system's chart of a measure, never one organisation's beside another's. */
export function MeasureChart({ measure, points, surroundings, headingLevel, explore, file }: MeasureChartProps) {
  return (
    <>
      <ChartFigure
        {...measureChartData(measure, points, surroundings)}
        headingLevel={headingLevel}
        explore={explore}
        downloads={file ? downloadsAt(file, measure.name) : undefined}
      />
      <Sentences of={[...incompleteInWords(points, measure.rhythm), ...hiddenInWords(points, measure.rhythm)]} />
    </>
  );
}
