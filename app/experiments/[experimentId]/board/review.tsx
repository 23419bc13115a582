import { answersInWords } from "@/app/boards/answer-words";
import { Details } from "@/app/ui/details";
import { OwnWords } from "@/app/ui/own-words";
import type { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { dayInWords, momentInWords } from "@/server/format";
import { AnswerReviewForm } from "./answer-review-form";

type BoardReview = Awaited<ReturnType<typeof api.boards.reviewsOf>>[number];

/** A question to a board, its answers (latest first), and the form for those who may answer. */
export function Review({ experimentId, review }: { experimentId: string; review: BoardReview }) {
  const { id, board, question, askedBy, askedAt, answers, mayAnswer } = review;
  const form = <AnswerReviewForm experimentId={experimentId} reviewId={id} board={board} version={answers.length} />;
  return (
    <section>
      <h2 className="nhsuk-heading-m">
        {board}, asked on {dayInWords(londonDay(askedAt))}
      </h2>
      <OwnWords text={question} by={askedBy} />
      {answers.length === 0 && !mayAnswer && <p>It has not answered yet.</p>}
      {answers.map(({ id: answerId, answer, reason, lookAgainOn, by, at }) => (
        <div key={answerId}>
          <p className="mb-2">
            <strong>{answersInWords[answer].label}.</strong>{" "}
            {lookAgainOn && `To be looked at again on ${dayInWords(lookAgainOn)}.`}
          </p>
          <OwnWords text={reason} by={`${by} for the board`} when={momentInWords(at)} />
        </div>
      ))}
      {mayAnswer && (answers.length === 0 ? form : <Details summary="Look at it again">{form}</Details>)}
    </section>
  );
}
