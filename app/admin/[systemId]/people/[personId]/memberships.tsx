import { Details } from "@/app/ui/details";
import { OwnWords } from "@/app/ui/own-words";
import { momentInWords, sentenceCase } from "@/server/format";
import { periodInWords } from "../../period";
import { EndMembershipForm } from "./end-membership-form";
import { ProposeLeaderButton } from "./propose-leader-button";

type Membership = {
  id: string;
  organisation: string;
  team: string | null;
  role: "member" | "leader";
  fromOn: string;
  endsOn: string | null;
  current: boolean;
  mayBeProposed: boolean;
  /** The latest no to a proposal that they answer for it. */
  declined?: { by: string; at: string; reason: string } | null;
};
type MembershipsProps = { systemId: string; personId: string; memberships: Membership[]; today: string };

/** A person's past, present and future memberships, newest first; each that has not ended can be ended. */
export function Memberships({ systemId, personId, memberships, today }: MembershipsProps) {
  if (memberships.length === 0) return <p>Nowhere in this system.</p>;
  return (
    <ul className="nhsuk-list">
      {memberships.map(({ id, organisation, team, role, fromOn, endsOn, mayBeProposed, declined }) => {
        const isOver = endsOn !== null && endsOn < today;
        return (
          <li key={id} className="mb-4 max-w-none border-0 border-b border-solid border-grey-4 pb-4">
            <strong>{organisation}</strong>
            {team && `, ${team}`}
            {role === "leader" && `, ${isOver ? "answered" : "answers"} for it`}
            <br />
            {sentenceCase(periodInWords(fromOn, endsOn))}
            {mayBeProposed && (
              <Details summary={`They are to answer for it${team ? `: ${team}` : ""}`}>
                {declined && (
                  <>
                    <p className="mb-2">This was declined before:</p>
                    <OwnWords text={declined.reason} by={declined.by} when={momentInWords(declined.at)} />
                  </>
                )}
                <p>
                  A second person confirms it: a leader of it, or where it has none another administrator. Until then
                  they only work there.
                </p>
                <ProposeLeaderButton systemId={systemId} personId={personId} membershipId={id} />
              </Details>
            )}
            {!isOver && (
              <Details summary={`End it${team ? `: ${team}` : ""}`}>
                <EndMembershipForm systemId={systemId} personId={personId} membershipId={id} today={today} />
              </Details>
            )}
          </li>
        );
      })}
    </ul>
  );
}
