import { Details } from "@/app/ui/details";
import { OwnWords } from "@/app/ui/own-words";
import { Sentences } from "@/app/ui/sentences";
import type { api } from "@/server/caller";
import { daysBetween, londonDay } from "@/server/days";
import { momentInWords } from "@/server/format";
import { AcceptButton } from "./accept-button";
import { ReplyForm } from "./reply-form";
import { answererName, Thread } from "./thread";

type PermissionOverview = Awaited<ReturnType<typeof api.permissions.overview>>;
type WaitsForTeamProps = {
  experimentId: string;
  overview: PermissionOverview;
  replies: Awaited<ReturnType<typeof api.permissions.replies>>;
  conditions: Awaited<ReturnType<typeof api.permissions.conditions>>;
};

/** What the team has to act on: open questions, and conditions to accept. */
export function WaitsForTeam({ experimentId, overview, replies, conditions }: WaitsForTeamProps) {
  const open = overview.requests.find((request) => !request.takenBack && !request.ended);
  const answers = overview.answers.filter((answer) => answer.requestId === open?.id);
  const asking = overview.carriers.flatMap(({ organisationId, organisation }) => {
    const questions = answers.filter((answer) => answer.organisationId === organisationId);
    const last = questions.at(-1);
    return last?.answer === "question" ? [{ organisation, questions, last }] : [];
  });
  return (
    <>
      {asking.map(({ organisation, questions, last }) => {
        const form = <ReplyForm experimentId={experimentId} answerId={last.id} to={last.by} />;
        return (
          <section key={organisation}>
            <Thread
              heading={`${organisation} asks`}
              questions={questions}
              replies={replies}
              days={daysBetween(londonDay(open?.requestedAt ?? ""), overview.today)}
            />
            {replies.some((reply) => reply.answerId === last.id) ? (
              <Details summary="Add to your reply">{form}</Details>
            ) : (
              form
            )}
          </section>
        );
      })}
      {conditions
        .filter(({ canAccept }) => canAccept)
        .map(({ answerId, organisation, differs, inWords, by, inPlaceOf, at }) => (
          <section key={answerId}>
            <h2 className="nhsuk-heading-m">{organisation} says yes, but not to all of it</h2>
            <Sentences of={differs} />
            {inWords && <OwnWords text={inWords} by={answererName(by, inPlaceOf)} when={momentInWords(at)} />}
            <p>Accept, and it holds. If you cannot, take the request back below.</p>
            <AcceptButton experimentId={experimentId} answerId={answerId} organisation={organisation} />
          </section>
        ))}
    </>
  );
}
