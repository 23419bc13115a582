import { outcomesInWords } from "@/app/experiments/[experimentId]/learning/outcome-words";
import { Card } from "@/app/ui/card";
import type { ConclusionOutcome } from "@/db/vocabulary";
import { londonDay } from "@/server/days";
import { monthInWords } from "@/server/format";

type Lesson = {
  experimentId: string;
  title: string;
  outcome: ConclusionOutcome;
  learned: string;
  tellNextTeam: string | null;
  organisation: string;
  at: string;
};

/** What one experiment taught, shown alike whether it worked or not. */
export function LessonCard({ lesson }: { lesson: Lesson }) {
  const { experimentId, title, outcome, learned, tellNextTeam, organisation, at } = lesson;
  return (
    <Card title={title} href={`/experiments/${experimentId}/learning`} level={3}>
      <p className="mb-2" dir="auto">
        {learned}
      </p>
      {tellNextTeam && (
        <p className="mb-2" dir="auto">
          To the next team: {tellNextTeam}
        </p>
      )}
      <p className="mb-0 text-s text-secondary">
        {outcomesInWords[outcome].ended}. {organisation}, {monthInWords(londonDay(at))}
      </p>
    </Card>
  );
}
