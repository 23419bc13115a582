import type { ReactNode } from "react";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";

type PartOfExperiment = { experimentId: string; title: string; heading: ReactNode; children: ReactNode };

/** A page below an experiment: the way back to it, its name above the page's own. */
export function ExperimentPart({ experimentId, title, heading, children }: PartOfExperiment) {
  return (
    <>
      <BackLink href={`/experiments/${experimentId}`}>{title}</BackLink>
      <main>
        <PageTitle caption={<span dir="auto">{title}</span>}>{heading}</PageTitle>
        {children}
      </main>
    </>
  );
}
