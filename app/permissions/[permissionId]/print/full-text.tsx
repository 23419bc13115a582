import { TypedWords } from "@/app/ui/typed-words";
import type { PermissionRecord } from "@/server/permissions/record/record";
import { answerInWords, boardsInWords, jobsInWords, recordEvents } from "@/server/permissions/record/sentences";
import { partsOf, termLines } from "@/server/permissions/record/sheet";
import { quoted } from "@/server/typed-words";

/** A second sheet with the full text, where the first had to shorten it. */
export function FullText({ record }: { record: PermissionRecord }) {
  const sentences = [
    ...record.standing.map(({ organisation, words }) => `${organisation}: ${quoted(words)}`),
    ...record.answers.map(answerInWords),
    ...[jobsInWords(record), ...boardsInWords(record)].filter(Boolean),
    ...recordEvents(record).map(({ sentence, learned }) => (learned ? `${sentence} ${quoted(learned)}` : sentence)),
  ];
  return (
    <section className="sheet-whole">
      <h2>The whole words</h2>
      <dl>
        {(record.terms ? termLines(record.terms) : []).map(({ term, pieces }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd dir="auto">
              <TypedWords of={partsOf(pieces)} />
            </dd>
          </div>
        ))}
      </dl>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
