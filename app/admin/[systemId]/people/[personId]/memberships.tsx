import { Details } from "@/app/ui/details";
import { sentenceCase } from "@/server/format";
import { periodInWords } from "../../period";
import { EndMembershipForm } from "./end-membership-form";

type Membership = {
  id: string;
  organisation: string;
  team: string | null;
  role: "member" | "leader";
  fromOn: string;
  endsOn: string | null;
  current: boolean;
};
type MembershipsProps = { systemId: string; personId: string; memberships: Membership[]; today: string };

/** A person's past, present and future memberships, newest first; each that has not ended can be ended. */
export function Memberships({ systemId, personId, memberships, today }: MembershipsProps) {
  if (memberships.length === 0) return <p>Nowhere in this system.</p>;
  return (
    <ul className="nhsuk-list">
      {memberships.map(({ id, organisation, team, role, fromOn, endsOn }) => {
        const isOver = endsOn !== null && endsOn < today;
        return (
          <li key={id} className="mb-4 max-w-none border-0 border-b border-solid border-grey-4 pb-4">
            <strong>{organisation}</strong>
            {team && `, ${team}`}
            {role === "leader" && `, ${isOver ? "answered" : "answers"} for it`}
            <br />
            {sentenceCase(periodInWords(fromOn, endsOn))}
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
