import { ChartFigure } from "@/app/ui/chart/chart-figure";
import { Sentences } from "@/app/ui/sentences";
import { type Analysed, analyse } from "@/server/measures/analyse";
import { type ChartSurroundings, chartData } from "@/server/measures/chart-data";
import type { MeasureInWords } from "@/server/measures/figures";
import { hiddenInWords, incompleteInWords, type SystemPoint } from "@/server/measures/series";

type Drawn = MeasureInWords & Analysed & { id: string; contributors: readonly { name: string }[] };
type MeasureChartProps = {
  measure: Drawn;
  points: readonly SystemPoint[];
  around?: Omit<ChartSurroundings, "id" | "where">;
  headingLevel?: 2 | 3;
  /** Point by point with the arrow keys: on a page about this one measure. */
  explore?: boolean;
};

/** The system's chart of a measure: never one organisation's beside another's. */
export function MeasureChart({ measure, points, around, headingLevel, explore }: MeasureChartProps) {
  const [first, ...others] = measure.contributors;
  const where = others.length > 0 ? `${others.length + 1} organisations` : first?.name;
  const surroundings = { ...around, id: `chart-${measure.id}`, where };
  return (
    <>
      <ChartFigure
        {...chartData(analyse(measure, points), measure, surroundings)}
        headingLevel={headingLevel}
        explore={explore}
      />
      <Sentences of={[...incompleteInWords(points, measure.rhythm), ...hiddenInWords(points, measure.rhythm)]} />
    </>
  );
}
