import type { ReactNode } from "react";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";

type ExperimentSubpageProps = {
  experimentId: string;
  title: string;
  heading: ReactNode;
  /** The ?from= parameter: "asking" leads back to the permission request's task list. */
  from?: string | string[];
  children: ReactNode;
};

/** A page below an experiment, with a link back and the experiment's title above the heading. */
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
