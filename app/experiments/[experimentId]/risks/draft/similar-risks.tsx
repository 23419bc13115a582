"use client";

import { useFormContext } from "react-hook-form";
import { Button } from "@/app/ui/button";
import { Details } from "@/app/ui/details";
import { namesAsked, type SimilarRisk } from "@/server/risks/fields";

type SimilarRisksProps = { similar: SimilarRisk[]; question: "what" | "what-helps" };

/** Copies a similar risk's text into the form, to be edited; never its scores. */
export function SimilarRisks({ similar, question }: SimilarRisksProps) {
  const { setValue } = useFormContext();
  if (similar.length === 0) return null;
  const copyFields = (risk: SimilarRisk) => {
    for (const field of namesAsked[question]) setValue(field, risk[field] ?? undefined);
  };
  return (
    <Details summary="What similar teams wrote">
      <ul className="m-0 list-none p-0">
        {similar.map((risk) => (
          <li key={risk.id} className="mb-4">
            <p className="mb-1" dir="auto">
              {question === "what" ? risk.harm : risk.controls}
            </p>
            <p className="mb-2 text-s text-secondary" dir="auto">
              {risk.experiment}
            </p>
            <Button look="secondary" onClick={() => copyFields(risk)}>
              Use these words<span className="sr-only">: {risk.harm}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Details>
  );
}
