import type { Metadata } from "next";
import { PageNotice } from "@/app/page-notice";
import { BackLink } from "@/app/ui/back-link";
import { Card, CardList } from "@/app/ui/card";
import { Inset } from "@/app/ui/inset";
import { OwnWords } from "@/app/ui/own-words";
import { PageTitle } from "@/app/ui/page-title";
import { Table } from "@/app/ui/table";
import { riskDomains } from "@/db/vocabulary";
import { api } from "@/server/caller";
import { dayInWords, momentInWords, sentenceCase, untilEndOf } from "@/server/format";
import { periodInWords } from "../period-in-words";
import { ConfirmFloor } from "./confirm-floor";
import { WithdrawStandingForm } from "./withdraw-standing-form";

export const metadata: Metadata = { title: "Allowed without asking" };

export default async function OneStandingPage({ params, searchParams }: PageProps<"/standing/[standingId]">) {
  const { standingId } = await params;
  const standing = await api.standing.find({ standingId });
  const {
    organisation,
    allows,
    note,
    givenBy,
    highestScores,
    withdrawn,
    holds,
    unconfirmed,
    mayWithdraw,
    mayConfirm,
    started,
  } = standing;
  const running = started.filter((use) => use.lives);
  return (
    <>
      <BackLink href="/standing">What may start without asking</BackLink>
      <main>
        <PageTitle caption={organisation ?? "For everyone"}>Allowed without asking</PageTitle>
        <PageNotice search={searchParams} />
        <p className="nhsuk-body-l" dir="auto">
          {allows.join(" ")}
        </p>
        <p dir="auto">
          {withdrawn ? "It holds no longer." : holds ? "It holds today." : "It does not hold today."}{" "}
          {periodInWords({ ...standing, withdrawn: null })}
        </p>
        {unconfirmed && !withdrawn && (
          <Inset>
            <p>It allows nothing until a second person, on a board for another organisation, confirms it.</p>
            {mayConfirm && <ConfirmFloor systemId={standing.systemId} standingId={standingId} />}
          </Inset>
        )}
        {withdrawn && (
          <>
            <p className="mb-2">Taken back:</p>
            <OwnWords text={withdrawn.reason} by={withdrawn.by} when={momentInWords(withdrawn.at)} />
          </>
        )}
        {note && <OwnWords text={note} by={givenBy} />}
        <div className="max-w-2xl">
          <Table
            caption="The highest score that may start without asking"
            columns={[{ header: "What it touches most" }, { header: "Highest score", numeric: true }]}
            rows={riskDomains.map((domain) => ({
              key: domain,
              cells: [sentenceCase(domain), highestScores[domain] ?? "Ask first"],
            }))}
          />
        </div>
        <h2 className="nhsuk-heading-m">What started by it</h2>
        {started.length === 0 && <p>Nothing has started by it yet.</p>}
        <CardList>
          {started.map((use) => (
            <Card key={use.useId} title={use.title} href={`/experiments/${use.experimentId}`} level={3}>
              <p className="mb-0">
                In {use.organisation}, started by {use.by} on {dayInWords(use.fromOn)}.{" "}
                {use.lives ? `It runs on it ${untilEndOf(use.endsOn)}.` : "It no longer runs on it."}
              </p>
            </Card>
          ))}
        </CardList>
        {mayWithdraw && (
          <WithdrawStandingForm systemId={standing.systemId} standingId={standingId} running={running.length} />
        )}
      </main>
    </>
  );
}
