import type { Metadata } from "next";
import { PageNotice } from "@/app/page-notice";
import { OwnWords } from "@/app/ui/own-words";
import { PageTitle } from "@/app/ui/page-title";
import { SummaryList } from "@/app/ui/summary-list";
import { api } from "@/server/caller";
import { listInWords, sentenceCase } from "@/server/format";
import { StageTag } from "../stage-words";
import { ExperimentLinks } from "./experiment-links";
import { IsItWorking } from "./is-it-working";
import { NextStepBox } from "./next-step-box";
import { PermissionCard } from "./permission-card";
import { ShareButton } from "./share-button";
import { StateSentence } from "./state-sentence";

export async function generateMetadata({ params }: PageProps<"/experiments/[experimentId]">): Promise<Metadata> {
  const { title } = await api.experiments.find(await params);
  return { title };
}

export default async function ExperimentPage({ params, searchParams }: PageProps<"/experiments/[experimentId]">) {
  const { experimentId } = await params;
  const [experiment, overview, card] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.overview({ experimentId }),
    api.permissions.card({ experimentId }),
  ]);
  // Without a permission to show (before asking, after the end), show the stage instead
  const showCard = card.carried && card.status !== "not asked" && card.status !== "ended";
  const { stage, may, team, takingPart, prediction, predictionBecause } = experiment;
  return (
    <main>
      <PageTitle caption={experiment.leadOrganisation}>{experiment.title}</PageTitle>
      <PageNotice search={searchParams} />
      {showCard ? (
        <PermissionCard
          experimentId={experimentId}
          title={experiment.title}
          stage={stage}
          card={card}
          mayDecide={may.decideInPause}
        />
      ) : (
        <>
          <p className="mb-2">
            <StageTag stage={stage} />
          </p>
          <StateSentence experiment={experiment} carriers={overview.carriers} />
        </>
      )}
      <IsItWorking experimentId={experimentId} />
      <NextStepBox experiment={experiment} carriers={overview.carriers} riskCount={overview.terms.risks.length} />
      {experiment.conclusion && <OwnWords text={experiment.conclusion.learned} by="What we learned" />}
      <ExperimentLinks experiment={experiment} riskCount={overview.terms.risks.length} recordId={overview.recordId} />
      <h2 className="nhsuk-heading-m">The idea</h2>
      <SummaryList
        rows={[
          { term: "What bothers us", value: experiment.problem },
          { term: "What we would try", value: experiment.changeIdea },
          { term: "Where", value: experiment.place },
          {
            term: "We expect",
            value: [prediction, predictionBecause && `because ${predictionBecause}`].filter(Boolean).join(", "),
          },
          { term: "It is all for", value: experiment.aim },
          { term: "Trouble starts", value: experiment.startsAt && sentenceCase(experiment.startsAt) },
          { term: "Trouble shows", value: experiment.showsAt && sentenceCase(experiment.showsAt) },
          { term: "Taking part", value: listInWords(takingPart.map((organisation) => organisation.name)) },
          {
            term: "The team",
            value: listInWords(team.map((member) => (member.leads ? `${member.name} (leads it)` : member.name))),
          },
        ]}
      />
      {!experiment.shared && may.shareExperiment && <ShareButton experimentId={experimentId} />}
    </main>
  );
}
