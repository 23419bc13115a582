import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { LinkButton } from "@/app/ui/button";
import { Sentences } from "@/app/ui/sentences";
import { listInWords, pluralise } from "@/server/format";
import { ExperimentSubpage } from "../../../experiment-subpage";
import { ExactTerms, OnePageAsk } from "../../one-page-ask";
import { WhatChanged } from "../../what-changed";
import { readRequest } from "../read-request";
import { NoForm, QuestionForm } from "./ask-or-refuse-form";
import { YesForm } from "./yes-form";

const headings: Record<string, string> = {
  yes: "Give permission",
  question: "Ask a question",
  "not-this-time": "Not this time",
};

type AnswerPageProps = PageProps<"/experiments/[experimentId]/permission/decide/[answer]">;

export async function generateMetadata({ params }: AnswerPageProps): Promise<Metadata> {
  return { title: headings[(await params).answer] };
}

/** The second step: the terms again, and the answer; an answer to other terms is refused. */
export default async function AnswerPage({ params, searchParams }: AnswerPageProps) {
  const { experimentId, answer } = await params;
  const heading = headings[answer];
  if (!heading) notFound();
  const requestParam = (await searchParams).request;
  const { experiment, current } = await readRequest(
    experimentId,
    typeof requestParam === "string" ? requestParam : undefined,
  );
  if (!current || (current.request.canAnswerFor.length === 0 && !current.request.changes)) {
    return (
      <ExperimentSubpage experimentId={experimentId} title={experiment.title} heading={heading}>
        <Sentences of={current?.request.whyNotAnswer ?? ["Nothing waits for an answer here now."]} />
      </ExperimentSubpage>
    );
  }
  const { request, ask, dips } = current;
  const { changes } = request;
  const names = request.terms.team.map((member) => member.name);
  const team =
    names.length > 3
      ? `${names.slice(0, 2).join(", ")} and ${pluralise(names.length - 2, "other")}`
      : listInWords(names);
  const form = {
    experimentId,
    requestId: request.id,
    termsHash: request.termsHash,
    stale: changes !== null,
    organisations: request.couldAnswerFor.map(({ organisationId, organisation }) => ({
      value: organisationId,
      label: organisation,
    })),
  };
  return (
    <ExperimentSubpage experimentId={experimentId} title={experiment.title} heading={heading}>
      {changes && (
        <>
          <p>
            The team has changed the words since you read them.{" "}
            {changes.newerId ? "What you typed below is kept." : "You can answer once they ask again."}
          </p>
          <WhatChanged differences={changes.differences} />
          <LinkButton
            href={
              `/experiments/${experimentId}/permission/decide/${answer}${changes.newerId ? `?request=${changes.newerId}` : `?request=${request.id}`}` as Route
            }
          >
            Read the new words
          </LinkButton>
        </>
      )}
      {changes ? null : answer === "yes" ? (
        <>
          <OnePageAsk ask={ask} onlyWhatIsAgreed />
          <p>
            {team} {names.length > 1 ? "are" : "is"} told at once, by name, that you have their back. It ends by itself.
          </p>
        </>
      ) : (
        <>
          <p>{ask.requestedBy} asked. The team reads your words at once, with your name. The clock keeps running.</p>
          <ExactTerms ask={ask} />
        </>
      )}
      {request.inWhoseName && <p>{request.inWhoseName}</p>}
      {answer === "yes" && (
        <YesForm
          {...form}
          promise={ask.promise}
          endsOn={request.endsOn}
          dips={request.terms.expectedDips}
          combinedDips={dips.flatMap((dip) => (dip.combined ? [dip.combined.sentence] : []))}
        />
      )}
      {answer === "question" && <QuestionForm {...form} />}
      {answer === "not-this-time" && <NoForm {...form} />}
    </ExperimentSubpage>
  );
}
