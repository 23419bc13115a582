import type { Metadata } from "next";
import { PageNotice } from "@/app/page-notice";
import { LinkButton } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { OwnWords } from "@/app/ui/own-words";
import { Sentences } from "@/app/ui/sentences";
import { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { dayInWords, momentInWords, untilEndOf } from "@/server/format";
import { saysWhatCouldGoWrong } from "@/server/permissions/asking/ask";
import { answersFor } from "@/server/who";
import { ExperimentSubpage } from "../experiment-subpage";
import { CarrierStates } from "./carrier-states";
import { StartedWithoutAsking } from "./started-without-asking";
import { answererName } from "./thread";
import { WaitsForTeam } from "./waits-for-team";
import { TakeBackForm, WithdrawForm } from "./withdraw-forms";
import { WithoutAsking } from "./without-asking";

export const metadata: Metadata = { title: "Permission" };

export default async function PermissionPage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/permission">) {
  const { experimentId } = await params;
  const [experiment, overview, myOrganisations, replies, conditions, { whyNot: whyNotEnd }] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.overview({ experimentId }),
    api.organisations.mine(),
    api.permissions.replies({ experimentId }),
    api.permissions.conditions({ experimentId }),
    api.permissions.atTheEnd({ experimentId }),
  ]);
  const { title, may, stage } = experiment;
  const { carriers, requests, answers } = overview;
  const [latest] = requests;
  const open = latest && !latest.takenBack && !latest.ended ? latest : undefined;
  const mine = answersFor(myOrganisations, experiment.systemId);
  const withdrawable = carriers.filter(
    (carrier) => mine.includes(carrier.organisationId) && (carrier.granting || carrier.outdated),
  );
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Permission">
      <PageNotice search={searchParams} />
      {may.replyToQuestion && (
        <WaitsForTeam experimentId={experimentId} overview={overview} replies={replies} conditions={conditions} />
      )}
      {!saysWhatCouldGoWrong(overview.terms) && overview.terms.expectedDips.length === 0 && requests.length === 0 ? (
        <EmptyState
          action={
            may.recordRisk && <LinkButton href={`/experiments/${experimentId}/risks`}>What could go wrong</LinkButton>
          }
        >
          Permission is asked of the organisations that carry a risk or a dip. No risk is written down yet.
        </EmptyState>
      ) : (
        <CarrierStates carriers={carriers} />
      )}
      {open && may.answerRequest && (
        <LinkButton href={`/experiments/${experimentId}/permission/decide`}>Read and answer the request</LinkButton>
      )}
      {!whyNotEnd && (
        <LinkButton look="secondary" href={`/experiments/${experimentId}/permission/renew`}>
          Longer, or let it end?
        </LinkButton>
      )}
      {may.askPermission && (stage !== "asked" || !open) && (
        <>
          <h2 className="nhsuk-heading-m">Ask for permission</h2>
          <LinkButton href={`/experiments/${experimentId}/permission/ask`}>
            {latest ? "Ask again" : "Ask for permission"}
          </LinkButton>
        </>
      )}
      {stage !== "ended" && carriers.some((carrier) => !carrier.covering) && (
        <WithoutAsking experimentId={experimentId} carriers={carriers} />
      )}
      <StartedWithoutAsking experimentId={experimentId} mayWithdraw={may.withdrawPermission} answersFor={mine} />
      {requests.map((request) => (
        <section key={request.id}>
          <h2 className="nhsuk-heading-m">
            Asked by {request.requestedBy} on {dayInWords(londonDay(request.requestedAt))}
          </h2>
          <p>
            From {dayInWords(request.fromOn)} {untilEndOf(request.endsOn)}.{" "}
            {!request.sameTerms && "The words have changed since, so it does not cover them."}
          </p>
          {answers
            .filter((answer) => answer.requestId === request.id)
            .map((answer) => (
              <div key={answer.id}>
                <p className="mb-2">
                  {answer.organisation}: {answerInWords[answer.answer]}
                </p>
                <Sentences of={conditions.find(({ answerId }) => answerId === answer.id)?.differs ?? []} />
                <OwnWords
                  text={answer.inWords || "No further words."}
                  by={answererName(answer.by, answer.inPlaceOf)}
                  when={momentInWords(answer.at)}
                />
                {replies
                  .filter((reply) => reply.answerId === answer.id)
                  .map((reply) => (
                    <OwnWords
                      key={reply.id}
                      text={reply.inWords}
                      by={`${reply.by} replies`}
                      when={momentInWords(reply.at)}
                    />
                  ))}
              </div>
            ))}
          {request.withdrawals.map((withdrawal) => (
            <div key={withdrawal.at}>
              <p className="mb-2">{withdrawal.organisation}: permission taken back</p>
              <OwnWords text={withdrawal.reason} by={withdrawal.by} when={momentInWords(withdrawal.at)} />
            </div>
          ))}
          {request.takenBack && (
            <div>
              <p className="mb-2">Taken back by the team</p>
              <OwnWords
                text={request.takenBack.reason}
                by={request.takenBack.by}
                when={momentInWords(request.takenBack.at)}
              />
            </div>
          )}
        </section>
      ))}
      {open && may.takeBackRequest && <TakeBackForm experimentId={experimentId} requestId={open.id} />}
      {latest && may.withdrawPermission && withdrawable.length > 0 && (
        <WithdrawForm
          experimentId={experimentId}
          requestId={latest.id}
          organisations={withdrawable.map(({ organisationId, organisation }) => ({
            value: organisationId,
            label: organisation,
          }))}
        />
      )}
    </ExperimentSubpage>
  );
}

const answerInWords = {
  yes: "yes",
  "yes with conditions": "yes, with conditions",
  question: "a question",
  "not this time": "not this time",
};
