import { DecideLeader } from "@/app/leaders/[proposalId]/decide-leader";
import { Inset } from "@/app/ui/inset";
import type { api } from "@/server/caller";

type ProposalsProps = {
  systemId: string;
  personId: string;
  proposals: Awaited<ReturnType<typeof api.admin.people.find>>["proposals"];
};

/** That they are to answer for an organisation, while it waits for a second person. */
export function Proposals({ systemId, personId, proposals }: ProposalsProps) {
  return proposals.map(({ id, organisation, proposedBy, whyNotConfirm, whyNotDecline }) => (
    <Inset key={id}>
      <p>
        {`${proposedBy} proposed that they answer for ${organisation}. Until a second person confirms it, they only work there.`}
      </p>
      {whyNotConfirm && <p>{whyNotConfirm}</p>}
      {whyNotDecline === null && (
        <DecideLeader systemId={systemId} proposalId={id} personId={personId} mayConfirm={whyNotConfirm === null} />
      )}
    </Inset>
  ));
}
