import type { Metadata, Route } from "next";
import { LinkButton } from "@/app/ui/button";
import { Sentences } from "@/app/ui/sentences";
import { countWords, wordsOnOnePage } from "@/server/permissions/answering/one-page";
import { ExperimentPart } from "../../experiment-heading";
import { OnePageAsk } from "../one-page-ask";
import { clockInWords, Thread } from "../thread";
import { WhatChanged } from "../what-changed";
import { readRequest } from "./asked";
import { Renewed, renewedInWords } from "./renewed";

export const metadata: Metadata = { title: "Read and answer" };

/** Heading, buttons and the like: what the page says besides the ask, the thread and what is renewed. */
const wordsAround = 20;
const wordsAroundThread = 20;

export default async function DecidePage({ params }: PageProps<"/experiments/[experimentId]/permission/decide">) {
  const { experimentId } = await params;
  const { experiment, found } = await readRequest(experimentId);
  if (!found) {
    return (
      <ExperimentPart experimentId={experimentId} title={experiment.title} heading="Read and answer">
        <p>Nothing waits for an answer here now.</p>
      </ExperimentPart>
    );
  }
  const { request, asked } = found;
  const renewed = request.renews && { ...request.renews, why: request.terms.whyLonger ?? "" };
  const questions = request.answers.filter((answer) => answer.answer === "question");
  const last = questions.at(-1);
  const besides = [
    experiment.title,
    request.inWhoseName,
    renewed ? renewedInWords(renewed).join(" ") : "",
    ...(last
      ? [last.inWords ?? "", ...request.replies.filter((reply) => reply.answerId === last.id).map((one) => one.inWords)]
      : []),
  ];
  const maxWords = wordsOnOnePage - wordsAround - countWords(besides.join(" ")) - (last ? wordsAroundThread : 0);
  const waiting = request.carriers.some((carrier) => carrier.asked);
  const to = (answer: string) =>
    `/experiments/${experimentId}/permission/decide/${answer}?request=${request.id}` as Route;
  return (
    <ExperimentPart experimentId={experimentId} title={experiment.title} heading="Read and answer">
      {renewed && <Renewed experimentId={experimentId} renewed={renewed} />}
      {!last && waiting && <p>{clockInWords(request.waitingDays)}</p>}
      <OnePageAsk asked={asked} maxWords={maxWords} />
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
            <LinkButton href={to("yes")}>Give permission</LinkButton>
            <LinkButton look="secondary" href={to("question")}>
              Ask a question
            </LinkButton>
            <LinkButton look="secondary" href={to("not-this-time")}>
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
    </ExperimentPart>
  );
}
