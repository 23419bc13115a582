import type { ReactNode } from "react";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";

type PartOfExperiment = {
  experimentId: string;
  title: string;
  heading: ReactNode;
  /** As the address says it: whoever came from the task list of asking goes back there. */
  from?: string | string[];
  children: ReactNode;
};

/** A page below an experiment: the way back to it, or to asking; its name above the page's own. */
export function ExperimentPart({ experimentId, title, heading, from, children }: PartOfExperiment) {
  return (
    <>
      {from === "asking" ? (
        <BackLink href={`/experiments/${experimentId}/permission/ask`}>Asking for permission</BackLink>
      ) : (
        <BackLink href={`/experiments/${experimentId}`}>{title}</BackLink>
      )}
      <main>
        <PageTitle caption={<span dir="auto">{title}</span>}>{heading}</PageTitle>
        {children}
      </main>
    </>
  );
}
