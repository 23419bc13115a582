import type { Metadata } from "next";
import { PageNotice } from "@/app/page-notice";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { momentInWords } from "@/server/format";
import { DecideLeader } from "./decide-leader";

export const metadata: Metadata = { title: "Somebody is to answer for it" };

export default async function LeaderPage({ params, searchParams }: PageProps<"/leaders/[proposalId]">) {
  const { proposalId } = await params;
  const it = await api.leaders.find({ proposalId });
  return (
    <>
      <BackLink href="/">Your experiments</BackLink>
      <main>
        <PageNotice search={searchParams} />
        <PageTitle caption={it.organisation}>Somebody is to answer for it</PageTitle>
        <p className="nhsuk-body-l" dir="auto">
          {[it.name, it.job].filter(Boolean).join(", ")}
        </p>
        <p>
          {`${it.proposedBy} proposed it on ${momentInWords(it.proposedAt)}. Whoever answers for an organisation gives its permission.`}
        </p>
        {it.whyNotConfirm && <p>{it.whyNotConfirm}</p>}
        {it.whyNotDecline === null && (
          <DecideLeader systemId={it.systemId} proposalId={proposalId} mayConfirm={it.whyNotConfirm === null} />
        )}
      </main>
    </>
  );
}
