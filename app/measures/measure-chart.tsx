import { ChartFigure } from "@/app/ui/chart/chart-figure";
import { Sentences } from "@/app/ui/sentences";
import { hiddenInWords, incompleteInWords, type SystemPoint } from "@/server/measures/series";
import { downloadsAt } from "./chart-file";
import { type Around, type DrawnMeasure, drawn } from "./drawn";

type MeasureChartProps = {
  measure: DrawnMeasure;
  points: readonly SystemPoint[];
  around?: Around;
  headingLevel?: 2 | 3;
  /** Whether arrow keys move from point to point: on a page about this one measure, or one experiment. */
  explore?: boolean;
  /** The address of this chart's downloads. */
  file?: string;
};

/** The system's chart of a measure, never one organisation's beside another's. */
export function MeasureChart({ measure, points, around, headingLevel, explore, file }: MeasureChartProps) {
  return (
    <>
      <ChartFigure
        {...drawn(measure, points, around)}
        headingLevel={headingLevel}
        explore={explore}
        downloads={file ? downloadsAt(file, measure.name) : undefined}
      />
      <Sentences of={[...incompleteInWords(points, measure.rhythm), ...hiddenInWords(points, measure.rhythm)]} />
    </>
  );
}
