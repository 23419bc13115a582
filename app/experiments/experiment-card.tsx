import { Card } from "@/app/ui/card";
import type { Stage } from "@/db/vocabulary";
import { untilEndOf } from "@/server/format";
import { StageTag } from "./stage-words";

type ListedExperiment = {
  id: string;
  title: string;
  changeIdea: string;
  leadOrganisation: string;
  leads: string | null;
  endsOn: string | null;
  outcome: string | null;
  stage: Stage;
};

/** One experiment in a list: title, stage, change idea, lead. */
export function ExperimentCard({ experiment }: { experiment: ListedExperiment }) {
  const { id, title, changeIdea, leadOrganisation, leads, endsOn, outcome, stage } = experiment;
  const allowed = stage === "permitted" || stage === "running" || stage === "paused";
  const permission = endsOn && allowed ? `Permission ${untilEndOf(endsOn)}.` : "";
  return (
    <Card title={title} href={`/experiments/${id}`} level={2}>
      <p className="mb-2">
        <StageTag stage={stage} /> {stage === "ended" && outcome ? `Ended: ${outcome}.` : permission}
      </p>
      <p className="mb-2 line-clamp-3" dir="auto">
        {changeIdea}
      </p>
      <p className="mb-0 text-s text-secondary">
        {leads ? `${leads}, ` : ""}
        {leadOrganisation}
      </p>
    </Card>
  );
}
