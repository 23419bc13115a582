import { useId } from "react";
import { Details } from "@/app/ui/details";
import { OwnWords } from "@/app/ui/own-words";
import { momentInWords, pluralise } from "@/server/format";

type Question = { id: string; inWords: string | null; by: string; inPlaceOf: string | null; at: string };
type Reply = { id: string; answerId: string; inWords: string; by: string; at: string };

type ThreadProps = {
  heading: string;
  questions: Question[];
  replies: Reply[];
  /** Days since it was asked; null if no answer is outstanding. */
  days: number | null;
};

/** Questions and replies, earlier ones folded, with the days since it was asked. */
export function Thread({ heading, questions, replies, days }: ThreadProps) {
  const headingId = useId();
  const earlier = questions.slice(0, -1);
  const last = questions.at(-1);
  if (!last) return null;
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className="nhsuk-heading-s mb-2">
        {heading}
      </h2>
      {earlier.length > 0 && (
        <Details summary={`Show ${pluralise(earlier.length, "earlier question")}`}>
          {earlier.map((question) => (
            <QuestionWithReplies key={question.id} question={question} replies={replies} />
          ))}
        </Details>
      )}
      <QuestionWithReplies question={last} replies={replies} />
      {days !== null && <p>{clockInWords(days)}</p>}
    </section>
  );
}

function QuestionWithReplies({ question, replies }: { question: Question; replies: Reply[] }) {
  const { by, inPlaceOf, inWords, at } = question;
  return (
    <>
      <OwnWords text={inWords ?? ""} by={`${answererName(by, inPlaceOf)} asks`} when={momentInWords(at)} />
      {replies
        .filter((reply) => reply.answerId === question.id)
        .map((reply) => (
          <OwnWords key={reply.id} text={reply.inWords} by={`${reply.by} replies`} when={momentInWords(reply.at)} />
        ))}
    </>
  );
}

export const answererName = (by: string, inPlaceOf: string | null) =>
  inPlaceOf ? `${by} in place of ${inPlaceOf}` : by;

/** Neither a question nor a reply stops the clock. */
export const clockInWords = (days: number) =>
  `Asked ${days > 0 ? `${pluralise(days, "day")} ago` : "today"}. The clock keeps running.`;
