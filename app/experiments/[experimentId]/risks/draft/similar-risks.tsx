"use client";

import { useFormContext } from "react-hook-form";
import { Button } from "@/app/ui/button";
import { Details } from "@/app/ui/details";
import { namesAsked, type SimilarRisk } from "@/server/risks/fields";

type SimilarRisksProps = { similar: SimilarRisk[]; of: "what" | "what-helps" };

/** One press takes a similar team's words into the boxes, to be changed; how bad and how likely stays one's own to say. */
export function SimilarRisks({ similar, of }: SimilarRisksProps) {
  const { setValue } = useFormContext();
  if (similar.length === 0) return null;
  const take = (risk: SimilarRisk) => {
    for (const box of namesAsked[of]) setValue(box, risk[box] ?? undefined);
  };
  return (
    <Details summary="What similar teams wrote">
      <ul className="m-0 list-none p-0">
        {similar.map((risk) => (
          <li key={risk.id} className="mb-4">
            <p className="mb-1" dir="auto">
              {of === "what" ? risk.harm : risk.controls}
            </p>
            <p className="mb-2 text-s text-secondary" dir="auto">
              {risk.experiment}
            </p>
            <Button look="secondary" onClick={() => take(risk)}>
              Use these words<span className="sr-only">: {risk.harm}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Details>
  );
}
