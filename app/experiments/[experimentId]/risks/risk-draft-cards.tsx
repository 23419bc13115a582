import { LinkButton } from "@/app/ui/button";
import { Card } from "@/app/ui/card";
import type { RiskQuestion } from "@/server/risks/draft-input";
import { DiscardDraftButton } from "./discard-draft-button";
import { questionAddress } from "./draft/question-page";

type RiskDraftCardsProps = {
  experimentId: string;
  from: string | undefined;
  drafts: { id: string; harm: string; next: RiskQuestion }[];
};

/** Draft risks: not counted yet, each with a link to its next question. */
export function RiskDraftCards({ experimentId, from, drafts }: RiskDraftCardsProps) {
  return drafts.map(({ id, harm, next }) => (
    <Card key={id} title={harm}>
      <p>Half written. Nobody is asked about it yet.</p>
      <LinkButton look="secondary" href={questionAddress(experimentId, id, next, from)}>
        Go on<span className="sr-only"> with the risk: {harm}</span>
      </LinkButton>
      <DiscardDraftButton experimentId={experimentId} draftId={id} harm={harm} />
    </Card>
  ));
}
