import type { Metadata, Route } from "next";
import { LinkButton } from "@/app/ui/button";
import { Sentences } from "@/app/ui/sentences";
import { ExperimentSubpage } from "../../experiment-subpage";
import { IsItWorking } from "../../is-it-working";
import { OnePageAsk } from "../one-page-ask";
import { clockInWords, Thread } from "../thread";
import { WhatChanged } from "../what-changed";
import { readRequest } from "./read-request";
import { Renewed } from "./renewed";

export const metadata: Metadata = { title: "Read and answer" };

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
  const questions = request.answers.filter((answer) => answer.answer === "question");
  const last = questions.at(-1);
  const waiting = request.carriers.some((carrier) => carrier.asked);
  const hrefOf = (answer: string) =>
    `/experiments/${experimentId}/permission/decide/${answer}?request=${request.id}` as Route;
  return (
    <ExperimentSubpage experimentId={experimentId} title={experiment.title} heading="Read and answer">
      {request.renews && <Renewed experimentId={experimentId} renewed={request.renews} />}
      {!last && waiting && <p>{clockInWords(request.waitingDays)}</p>}
      <OnePageAsk ask={ask} />
      <IsItWorking experimentId={experimentId} />
      {last && (
        <Thread
          heading="Questions and replies"
          questions={questions}
          replies={request.replies}
          days={waiting ? request.waitingDays : null}
        />
      )}
      {request.canAnswerFor.length > 0 ? (
        <div className="in-reach pt-3">
          {request.inWhoseName && <p className="mb-2">{request.inWhoseName}</p>}
          <div className="flex flex-wrap gap-x-2 tablet:gap-x-4 max-tablet:[&_a]:w-auto max-tablet:[&_a]:px-2 max-tablet:[&_a]:text-s [&_a]:mb-3">
            <LinkButton href={hrefOf("yes")}>Give permission</LinkButton>
            <LinkButton look="secondary" href={hrefOf("question")}>
              Ask a question
            </LinkButton>
            <LinkButton look="secondary" href={hrefOf("not-this-time")}>
              Not this time
            </LinkButton>
          </div>
        </div>
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
