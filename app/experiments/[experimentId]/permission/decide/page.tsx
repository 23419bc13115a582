import type { Metadata, Route } from "next";
import { LinkButton } from "@/app/ui/button";
import { Sentences } from "@/app/ui/sentences";
import { countWords, wordsOnOnePage } from "@/server/permissions/answering/one-page";
import { ExperimentSubpage } from "../../experiment-subpage";
import { OnePageAsk } from "../one-page-ask";
import { clockInWords, Thread } from "../thread";
import { WhatChanged } from "../what-changed";
import { readRequest } from "./read-request";
import { Renewed, renewedInWords } from "./renewed";

export const metadata: Metadata = { title: "Read and answer" };

/** Words of the headings and buttons, besides the ask, the thread and the renewal. */
const pageWords = 20;
const threadWords = 20;

export default async function DecidePage({ params }: PageProps<"/experiments/[experimentId]/permission/decide">) {
  const { experimentId } = await params;
  const { experiment, current } = await readRequest(experimentId);
  if (!current) {
    return (
      <ExperimentSubpage experimentId={experimentId} title={experiment.title} heading="Read and answer">
        <p>Nothing waits for an answer here now.</p>
      </ExperimentSubpage>
    );
  }
  const { request, ask } = current;
  const renewed = request.renews && { ...request.renews, why: request.terms.whyLonger ?? "" };
  const questions = request.answers.filter((answer) => answer.answer === "question");
  const last = questions.at(-1);
  const otherTexts = [
    experiment.title,
    request.inWhoseName,
    renewed ? renewedInWords(renewed).join(" ") : "",
    ...(last
      ? [
          last.inWords ?? "",
          ...request.replies.filter((reply) => reply.answerId === last.id).map(({ inWords }) => inWords),
        ]
      : []),
  ];
  const maxWords = wordsOnOnePage - pageWords - countWords(otherTexts.join(" ")) - (last ? threadWords : 0);
  const waiting = request.carriers.some((carrier) => carrier.asked);
  const hrefOf = (answer: string) =>
    `/experiments/${experimentId}/permission/decide/${answer}?request=${request.id}` as Route;
  return (
    <ExperimentSubpage experimentId={experimentId} title={experiment.title} heading="Read and answer">
      {renewed && <Renewed experimentId={experimentId} renewed={renewed} />}
      {!last && waiting && <p>{clockInWords(request.waitingDays)}</p>}
      <OnePageAsk ask={ask} maxWords={maxWords} />
      {last && (
        <Thread
          heading="Questions and replies"
          questions={questions}
          replies={request.replies}
          days={waiting ? request.waitingDays : null}
        />
      )}
      {request.canAnswerFor.length > 0 ? (
        <>
          {request.inWhoseName && <p>{request.inWhoseName}</p>}
          <div className="flex flex-wrap gap-x-4">
            <LinkButton href={hrefOf("yes")}>Give permission</LinkButton>
            <LinkButton look="secondary" href={hrefOf("question")}>
              Ask a question
            </LinkButton>
            <LinkButton look="secondary" href={hrefOf("not-this-time")}>
              Not this time
            </LinkButton>
          </div>
        </>
      ) : (
        <>
          <h2 className="nhsuk-heading-s mb-2">No answer is needed from you</h2>
          <Sentences of={request.whyNotAnswer} />
          {request.changes && <WhatChanged differences={request.changes.differences} />}
        </>
      )}
    </ExperimentSubpage>
  );
}
