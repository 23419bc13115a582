import { answersInWords } from "@/app/boards/answer-words";
import { Card } from "@/app/ui/card";
import type { ReviewAnswer } from "@/db/vocabulary";
import { londonDay } from "@/server/days";
import { dayInWords } from "@/server/format";

type Shown = {
  experimentId: string;
  title: string;
  question: string;
  answer: ReviewAnswer;
  reason: string;
  lookAgainOn: string | null;
  board: string;
  by: string;
  at: string;
};

/** A board's answer: what it was asked, what it answered and why, who answered, and when it will review it. */
export function DecisionCard({ decision, level = 2 }: { decision: Shown; level?: 2 | 3 }) {
  const { experimentId, title, question, answer, reason, lookAgainOn, board, by, at } = decision;
  return (
    <Card title={title} href={`/experiments/${experimentId}/board`} level={level}>
      <p className="mb-2" dir="auto">
        {question}
      </p>
      <p className="mb-2" dir="auto">
        <strong>{answersInWords[answer].label}.</strong> {reason}
      </p>
      {lookAgainOn && <p className="mb-2">To be looked at again on {dayInWords(lookAgainOn)}.</p>}
      <p className="mb-0 text-s text-secondary">
        {board}, {by}, {dayInWords(londonDay(at))}
      </p>
    </Card>
  );
}
