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
  standing: PermissionOverview;
  replies: Awaited<ReturnType<typeof api.permissions.replies>>;
  conditions: Awaited<ReturnType<typeof api.permissions.conditions>>;
};

/** What leaders said that the team has to answer first: questions, and a yes that is shorter or tighter than was asked. */
export function WaitsForTeam({ experimentId, standing, replies, conditions }: WaitsForTeamProps) {
  const open = standing.requests.find((request) => !request.takenBack && !request.ended);
  const said = standing.answers.filter((answer) => answer.requestId === open?.id);
  const asking = standing.carriers.flatMap(({ organisationId, organisation }) => {
    const theirs = said.filter((answer) => answer.organisationId === organisationId);
    const last = theirs.at(-1);
    return last?.answer === "question" ? [{ organisation, questions: theirs, last }] : [];
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
              days={daysBetween(londonDay(open?.requestedAt ?? ""), standing.today)}
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
        .filter((one) => one.canAccept)
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
