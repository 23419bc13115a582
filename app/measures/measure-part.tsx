import type { ReactNode } from "react";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";

type PartOfMeasure = { measure: { id: string; name: string }; heading: ReactNode; children: ReactNode };

/** A page below a measure: a link back to it, and its name above the heading. */
export function MeasurePart({ measure: { id, name }, heading, children }: PartOfMeasure) {
  return (
    <>
      <BackLink href={`/measures/${id}`}>{name}</BackLink>
      <main>
        <PageTitle caption={<span dir="auto">{name}</span>}>{heading}</PageTitle>
        {children}
      </main>
    </>
  );
}
