/** The glossary, with the same terms as every page. */
const words: [string, string][] = [
  ["Experiment", "A change that a team tries in order to learn whether it helps."],
  ["Risk", "The harm that could come of it, how bad and how likely, and who carries it."],
  ["The risk of not trying", "What goes wrong today, and goes on going wrong if nobody tries."],
  ["Permission", "What an organisation grants an experiment beforehand, until a day it names."],
  ["Expected dip", "How far a figure may get worse, and until when. Agreed before it happens."],
  ["Stop rule", "What makes the team pause at once, such as 1 serious miss."],
  ["Talk rule", "What makes people sit down together before they go on."],
  ["Measure", "A figure that the whole system watches. No organisation is ranked by it."],
  ["Ordinary variation", "How a figure goes up and down when nothing has changed."],
  ["Something changed", "The figure moved more than ordinary variation does."],
  ["What we learned", "What an experiment taught. It did not work is worth as much as it worked."],
];

export function Words() {
  return (
    <dl className="nhsuk-body max-w-reading">
      {words.map(([word, means]) => (
        <div key={word} className="mb-4">
          <dt className="font-bold">{word}</dt>
          <dd className="m-0">{means}</dd>
        </div>
      ))}
    </dl>
  );
}
