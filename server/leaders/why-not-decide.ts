import type { LeaderDecision } from "@/db/vocabulary";
import { dayInWords, listInWords, momentInWords } from "@/server/format";

export type Proposal = {
  name: string;
  organisation: string;
  decided: { decision: LeaderDecision; by: string; at: string } | null;
  /** The last day of the proposed membership, and whether it is over. */
  endsOn: string | null;
  ended: boolean;
  /** Whether the organisation serves in the system today. */
  serves: boolean;
  suspended: boolean;
  /** Leaders of the organisation today who are neither who proposed it nor the leader to be. */
  leaders: { id: string; name: string }[];
  /** Whether the reader, with whichever account, proposed it; or is the leader to be. */
  proposedByMe: boolean;
  isMe: boolean;
};

/** Why somebody cannot confirm or decline that a person answers for an organisation (rule I6), as a sentence; null when they can. */
export function whyNotDecide(
  me: { id: string; isAdministrator: boolean },
  it: Proposal,
  decision: LeaderDecision,
): string | null {
  const { decided, leaders, organisation, name } = it;
  if (decided) return `${decided.by} ${decided.decision} it already, on ${momentInWords(decided.at)}.`;
  if (it.isMe) return "It is about you, so somebody else decides it.";
  if (it.proposedByMe) return "You proposed it, so somebody else decides it.";
  if (leaders.length > 0 && !leaders.some(({ id }) => id === me.id))
    return `${listInWords(leaders.map((leader) => leader.name))} ${leaders.length === 1 ? "answers" : "answer"} for ${organisation}, and can confirm it.`;
  if (leaders.length === 0 && !me.isAdministrator)
    return `Nobody else answers for ${organisation}, so another administrator confirms it.`;
  if (decision === "declined") return null;
  if (!it.serves) return `${organisation} does not serve in this system today, so nobody can be made its leader.`;
  if (it.ended)
    return `${name} worked there until ${dayInWords(it.endsOn ?? "")}. Add where they work anew, and then confirm that.`;
  return it.suspended ? `${name} is suspended. Let them sign in again, and then confirm it.` : null;
}
