import type { Metadata } from "next";
import { BackLink } from "@/app/ui/back-link";
import { EmptyState } from "@/app/ui/empty-state";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { systemPageInput } from "@/server/systems/input";
import { stageAsPlace } from "./stage-as-place";
import { StageSection } from "./stage-section";
import { StagesTable } from "./stages-table";

export const metadata: Metadata = { title: "The whole system" };

/** The system's measures and experiments, by the stage where problems show. Nobody is ranked, no organisation's results are shown. */
export default async function SystemPage({ params, searchParams }: PageProps<"/systems/[systemId]">) {
  const { systemId } = await params;
  const { stage } = systemPageInput.pick({ stage: true }).parse(await searchParams);
  const { name, sentence, stages, sections, experiments } = await api.systems.find({ systemId, stage });
  return (
    <>
      <BackLink href="/measures">Measures</BackLink>
      <main>
        <PageTitle caption={name}>The whole system</PageTitle>
        <p className="nhsuk-body-l">{sentence}</p>
        <p>Each chart is of everyone together. No organisation stands beside another here.</p>
        <div className="max-w-2xl">
          <StagesTable systemId={systemId} stages={stages} chosen={stage} />
        </div>
        {stage && (
          <p>
            <Link href={`/systems/${systemId}`}>Show every stage</Link>
          </p>
        )}
        {sections.length > 0 && (
          <p>In the charts, a triangle is a sign of getting better, a square of getting worse, a diamond of change.</p>
        )}
        {sections.map((section) => (
          <StageSection key={`${section.kind} ${section.stage}`} section={section} experiments={experiments} />
        ))}
        {sections.length === 0 && (
          <EmptyState>
            {stage
              ? `No measure starts or shows ${stageAsPlace[stage]}.`
              : "Here you will see what the system watches, each with its chart."}
          </EmptyState>
        )}
      </main>
    </>
  );
}
