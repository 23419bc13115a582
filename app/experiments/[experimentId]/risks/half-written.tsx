import { LinkButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import type { RiskQuestion } from "@/server/risks/draft-input";
import { questionAddress } from "./draft/question-page";
import { PutAsideButton } from "./put-aside-button";

type HalfWrittenProps = {
  experimentId: string;
  from: string | undefined;
  drafts: { id: string; harm: string; next: RiskQuestion }[];
};

/** Risks that somebody began to write down: they count nowhere yet, and go on where they were left. */
export function HalfWritten({ experimentId, from, drafts }: HalfWrittenProps) {
  return drafts.map(({ id, harm, next }) => (
    <Card key={id} title={harm}>
      <p>Half written. Nobody is asked about it yet.</p>
      <LinkButton look="secondary" href={questionAddress(experimentId, id, next, from)}>
        Go on<span className="sr-only"> with the risk: {harm}</span>
      </LinkButton>
      <PutAsideButton experimentId={experimentId} draftId={id} harm={harm} />
    </Card>
  ));
}
