import type { ReactNode } from "react";
import { Card, CardList } from "@/app/ui/card";
import { Details } from "@/app/ui/details";
import type { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { dayInWords, sentenceCase } from "@/server/format";
import { periodInWords } from "@/server/measures/figures";

type Mark = Awaited<ReturnType<typeof api.charts.ofMeasure>>["rebases"][number];
type RemovableMarksProps = {
  marks: readonly Mark[];
  rhythm: "day" | "week" | "month";
  heading: string;
  /** The button that removes a mark. */
  removeButton: (mark: Mark, period: string) => ReactNode;
};

/** The marks people put on a chart, with their reasons; below, collapsed, the removed ones. */
export function RemovableMarks({ marks, rhythm, heading, removeButton }: RemovableMarksProps) {
  const current = marks.filter((mark) => mark.removedAt === null);
  const removed = marks.filter((mark) => mark.removedAt !== null);
  const period = ({ on }: Mark) => sentenceCase(periodInWords(on, rhythm).replace(/^the /, ""));
  return (
    <>
      {current.length > 0 && <h2 className="nhsuk-heading-m">{heading}</h2>}
      <CardList>
        {current.map((mark) => (
          <Card key={mark.id} title={period(mark)} level={3}>
            <p dir="auto">{mark.words}</p>
            <p className="text-s text-secondary">
              {mark.by}, {dayInWords(londonDay(mark.at))}
            </p>
            {removeButton(mark, period(mark))}
          </Card>
        ))}
      </CardList>
      {removed.length > 0 && (
        <Details summary="Taken back">
          {removed.map((mark) => (
            <p key={mark.id} dir="auto">
              {period(mark)}: {mark.words} {mark.by}, {dayInWords(londonDay(mark.at))}. Taken back by {mark.removedBy},{" "}
              {dayInWords(londonDay(mark.removedAt ?? mark.at))}.
            </p>
          ))}
        </Details>
      )}
    </>
  );
}
