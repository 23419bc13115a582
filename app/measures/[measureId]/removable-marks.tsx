import type { ReactNode } from "react";
import { Card, CardList } from "@/app/ui/card";
import { Details } from "@/app/ui/details";
import type { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { dayInWords, sentenceCase } from "@/server/format";
import { periodInWords } from "@/server/measures/figures";

type OnChart = Awaited<ReturnType<typeof api.charts.ofMeasure>>["rebases"][number];
type RemovableMarksProps = {
  of: readonly OnChart[];
  rhythm: "day" | "week" | "month";
  heading: string;
  /** The button that removes a mark. */
  takeBack: (one: OnChart, period: string) => ReactNode;
};

/** The marks people put on a chart, with their reasons; below, collapsed, the removed ones. */
export function RemovableMarks({ of, rhythm, heading, takeBack }: RemovableMarksProps) {
  const there = of.filter((one) => one.removedAt === null);
  const gone = of.filter((one) => one.removedAt !== null);
  const period = ({ on }: OnChart) => sentenceCase(periodInWords(on, rhythm).replace(/^the /, ""));
  return (
    <>
      {there.length > 0 && <h2 className="nhsuk-heading-m">{heading}</h2>}
      <CardList>
        {there.map((one) => (
          <Card key={one.id} title={period(one)} level={3}>
            <p dir="auto">{one.words}</p>
            <p className="text-s text-secondary">
              {one.by}, {dayInWords(londonDay(one.at))}
            </p>
            {takeBack(one, period(one))}
          </Card>
        ))}
      </CardList>
      {gone.length > 0 && (
        <Details summary="Taken back">
          {gone.map((one) => (
            <p key={one.id} dir="auto">
              {period(one)}: {one.words} {one.by}, {dayInWords(londonDay(one.at))}. Taken back by {one.removedBy},{" "}
              {dayInWords(londonDay(one.removedAt ?? one.at))}.
            </p>
          ))}
        </Details>
      )}
    </>
  );
}
