import type { ReactNode } from "react";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";

type ExperimentSubpageProps = {
  experimentId: string;
  title: string;
  heading: ReactNode;
  /** As the address says it: whoever came from the task list of asking goes back there. */
  from?: string | string[];
  children: ReactNode;
};

/** A page below an experiment: the way back to it, or to asking; its name above the page's own. */
export function ExperimentSubpage({ experimentId, title, heading, from, children }: ExperimentSubpageProps) {
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
