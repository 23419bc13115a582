import { dayInWords } from "@/server/format";

export type Candidate = {
  name: string;
  organisation: string;
  /** Whether they answer for it already, with this membership. */
  leads: boolean;
  /** Who proposed it, while that waits for a second person. */
  proposedBy: string | null;
  /** The last day of the membership, and whether it is over. */
  endsOn: string | null;
  ended: boolean;
  /** Whether the organisation serves in the system today. */
  serves: boolean;
  suspended: boolean;
};

/**
 * Why nobody can propose that a member answers for their organisation (rule I6), as a sentence; null when an administrator can.
 * A no is no reason: it is said beside it, and a second person is asked again.
 */
export function whyNotPropose(it: Candidate): string | null {
  const { name, organisation } = it;
  if (it.leads) return `${name} answers for ${organisation} already.`;
  if (it.proposedBy) return `${it.proposedBy} proposed it already, and it waits for a second person.`;
  if (!it.serves) return `${organisation} does not serve in this system today, so nobody can be made its leader.`;
  if (it.ended)
    return `${name} worked there until ${dayInWords(it.endsOn ?? "")}. Add where they work anew, and propose it there.`;
  return it.suspended ? `${name} is suspended. Let them sign in again, and then propose it.` : null;
}
