import { Details } from "@/app/ui/details";
import { Table } from "@/app/ui/table";
import type { MeasureRhythm } from "@/db/vocabulary";
import type { DipOutlook } from "@/server/dips/dip";
import { pluralise, sentenceCase } from "@/server/format";
import { amount, periodInWords } from "@/server/measures/figures";

type DipHistoryProps = {
  outlook: DipOutlook;
  combined: { sentence: string } | null;
  worstValue: number;
  measure: { name: string; unit: string; decimals: number; rhythm: MeasureRhythm };
};

/** How often the measure was worse than the dip before: in short, then the last points and the assumptions. */
export function DipHistory({ outlook: { sentences, inShort, last }, combined, worstValue, measure }: DipHistoryProps) {
  return (
    <>
      {inShort.map((sentence) => (
        <p key={sentence} className="mb-2">
          {sentence}
        </p>
      ))}
      {combined && <p>{combined.sentence}</p>}
      {last.length > 0 && (
        <Details summary={`Show the last ${pluralise(last.length, measure.rhythm)}`}>
          {sentences
            .filter((sentence) => !inShort.includes(sentence))
            .map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          <Table
            caption={measure.name}
            columns={[{ header: sentenceCase(measure.rhythm) }, { header: "Result", numeric: true }, { header: "Dip" }]}
            rows={last.map(({ on, value, beyond }) => ({
              key: on,
              cells: [
                periodInWords(on, measure.rhythm),
                amount(value, measure),
                beyond ? `Worse than ${amount(worstValue, measure)}` : "Within",
              ],
            }))}
          />
        </Details>
      )}
    </>
  );
}
