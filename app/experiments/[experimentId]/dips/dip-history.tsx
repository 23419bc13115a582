import { Details } from "@/app/ui/details";
import { Table } from "@/app/ui/table";
import type { MeasureRhythm } from "@/db/vocabulary";
import type { DipOutlook } from "@/server/dips/dip";
import { pluralise, sentenceCase } from "@/server/format";
import { amount, periodInWords } from "@/server/measures/figures";

type Past = {
  outlook: DipOutlook;
  combined: { sentence: string } | null;
  worstValue: number;
  measure: { name: string; unit: string; decimals: number; rhythm: MeasureRhythm };
};

/** What the figure's own past says of a dip that is asked for: in short, then the points and what is taken for granted. */
export function DipHistory({ outlook: { sentences, inShort, last }, combined, worstValue, measure }: Past) {
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
