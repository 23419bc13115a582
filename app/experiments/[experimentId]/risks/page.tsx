import type { Metadata, Route } from "next";
import { PageNotice } from "@/app/page-notice";
import { LinkButton } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { Link } from "@/app/ui/link";
import { api } from "@/server/caller";
import { parseFrom } from "../after-saving";
import { ExperimentSubpage } from "../experiment-subpage";
import { NoHarmForeseen } from "./no-harm-foreseen";
import { RiskCard } from "./risk-card";
import { RiskDraftCards } from "./risk-draft-cards";
import { RiskOfNotTryingForm } from "./risk-of-not-trying-form";

export const metadata: Metadata = { title: "What could go wrong" };

export default async function RisksPage({ params, searchParams }: PageProps<"/experiments/[experimentId]/risks">) {
  const { experimentId } = await params;
  const from = parseFrom((await searchParams).from);
  const [experiment, risks, drafts] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.risks.list({ experimentId }),
    api.risks.drafts({ experimentId }),
  ]);
  const { title, may, riskOfNotTrying, noHarmForeseen } = experiment;
  const query = from ? `?from=${from}` : "";
  const add = (
    <>
      <LinkButton href={`/experiments/${experimentId}/risks/draft${query}` as Route}>Add a risk</LinkButton>
      <p>
        <Link href={`/experiments/${experimentId}/risks/new${query}` as Route}>Add a risk on one page</Link>
      </p>
    </>
  );
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="What could go wrong" from={from}>
      <PageNotice search={searchParams} />
      {may.recordRisk && <RiskDraftCards experimentId={experimentId} from={from} drafts={drafts} />}
      {risks.length === 0 ? (
        <>
          <EmptyState action={may.recordRisk ? add : undefined}>
            No risks yet. Say what could go wrong, how bad and how likely it is, and who carries it.
          </EmptyState>
          <NoHarmForeseen {...{ experimentId, from, noHarmForeseen }} changeable={may.recordRisk} />
        </>
      ) : (
        <>
          {risks.map((risk) => (
            <RiskCard key={risk.id} risk={risk} changeable={may.recordRisk} from={from} />
          ))}
          {may.recordRisk && add}
        </>
      )}
      <h2 className="nhsuk-heading-m">The risk of not trying</h2>
      {may.recordRisk ? (
        <RiskOfNotTryingForm experimentId={experimentId} from={from} riskOfNotTrying={riskOfNotTrying} />
      ) : (
        <p dir="auto">{riskOfNotTrying || "Not written down yet."}</p>
      )}
    </ExperimentSubpage>
  );
}
