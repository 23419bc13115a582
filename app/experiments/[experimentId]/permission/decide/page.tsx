import type { Metadata } from "next";
import { OwnWords } from "@/app/ui/own-words";
import { api } from "@/server/caller";
import { promiseToBeginWith } from "@/server/permissions/promise";
import { counted, daysBetween, londonDay, momentInWords } from "@/server/words";
import { ExperimentPart } from "../../experiment-heading";
import { OnePageAsk } from "../one-page-ask";
import { othersOf } from "../others";
import { DecideForm } from "./decide-form";

export const metadata: Metadata = { title: "Read and answer" };

export default async function DecidePage({ params }: PageProps<"/experiments/[experimentId]/permission/decide">) {
  const { experimentId } = await params;
  const [experiment, standing] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.standing({ experimentId }),
  ]);
  const { title } = experiment;
  const latest = standing.requests.find((request) => !request.takenBack && !request.ended);
  if (!latest) {
    return (
      <ExperimentPart experimentId={experimentId} title={title} heading="Read and answer">
        <p>Nothing waits for an answer here now.</p>
      </ExperimentPart>
    );
  }
  const [request, dips] = await Promise.all([
    api.permissions.request({ experimentId, requestId: latest.id }),
    api.permissions.dips({ experimentId }),
  ]);
  const questions = request.answers.filter((answer) => answer.answer === "question");
  const mine = request.canAnswerFor.map((carrier) => carrier.organisationId);
  const asked = {
    requestedBy: request.requestedBy,
    terms: request.terms,
    problem: experiment.problem,
    because: experiment.predictionBecause,
    outlooks: new Map(dips.map(({ id, outlook }) => [id, outlook.inShort])),
    others: othersOf(request.carriers, request.boards, mine),
    promise: promiseToBeginWith(request.terms),
  };
  const days = daysBetween(londonDay(request.requestedAt), standing.today);
  return (
    <ExperimentPart experimentId={experimentId} title={title} heading="Read and answer">
      <p>{days > 0 ? `Asked ${counted(days, "day")} ago.` : "Asked today."}</p>
      <OnePageAsk asked={asked} />
      {questions.map((question) => (
        <OwnWords
          key={question.id}
          text={question.inWords}
          by={`A question from ${question.by}`}
          when={momentInWords(question.at)}
        />
      ))}
      {request.canAnswerFor.length > 0 ? (
        <DecideForm
          experimentId={experimentId}
          requestId={request.id}
          termsHash={request.termsHash}
          together={dips.flatMap((dip) => (dip.together ? [dip.together.sentence] : []))}
          organisations={request.canAnswerFor.map(({ organisationId, organisation }) => ({
            value: organisationId,
            label: organisation,
          }))}
        />
      ) : (
        <p>
          There is no answer for you to give: you have answered, you wrote it, or you do not answer for a carrier of its
          risks.
        </p>
      )}
    </ExperimentPart>
  );
}
