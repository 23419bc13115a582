import { SummaryList } from "@/app/ui/summary-list";
import { londonDay } from "@/server/days";
import { dayInWords } from "@/server/format";
import type { Experiment } from "../state-sentence";
import { outcomesInWords } from "./outcome-words";

type ConclusionProps = { conclusion: NonNullable<Experiment["conclusion"]>; expected: string };

export function Conclusion({ conclusion, expected }: ConclusionProps) {
  const { outcome, whatHappened, learned, tellNextTeam, changeStops, measuringStops, by, at } = conclusion;
  return (
    <SummaryList
      rows={[
        { term: "We expected", value: expected },
        { term: "What happened", value: whatHappened },
        { term: "What we learned", value: learned },
        ...filledIn([
          ["Goals met", conclusion.goalsMet],
          ["What got worse for it", conclusion.tradeOffs],
          ["Unpleasant surprises", conclusion.unpleasantSurprises],
          ["Pleasant surprises", conclusion.pleasantSurprises],
        ]),
        { term: "To the next team", value: tellNextTeam },
        { term: "How it ended", value: `${outcomesInWords[outcome].ended}.` },
        { term: "The change", value: changeStops ? "It has stopped." : "It stays." },
        { term: "Measuring", value: measuringStops ? "It has stopped." : "It goes on." },
        { term: "Written by", value: `${by}, ${dayInWords(londonDay(at))}` },
      ]}
    />
  );
}

/** Leaves out optional questions without an answer. */
const filledIn = (rows: readonly (readonly [term: string, value: string | null])[]) =>
  rows.filter(([, value]) => value).map(([term, value]) => ({ term, value }));
