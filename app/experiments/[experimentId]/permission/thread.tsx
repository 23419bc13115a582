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
  /** Days that leaders have had it; null once nobody waits. */
  days: number | null;
};

/** What leaders asked and what the team replied, the last round in sight and the clock beside it. */
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
            <Round key={question.id} question={question} replies={replies} />
          ))}
        </Details>
      )}
      <Round question={last} replies={replies} />
      {days !== null && <p>{clockInWords(days)}</p>}
    </section>
  );
}

/** One question with the replies to it. */
function Round({ question, replies }: { question: Question; replies: Reply[] }) {
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

/** Neither a question nor a reply stops the clock: both sides see it. */
export const clockInWords = (days: number) =>
  `Asked ${days > 0 ? `${pluralise(days, "day")} ago` : "today"}. The clock keeps running.`;
