import { dayInWords, listInWords } from "@/server/format";
import { answersFor, type ExperimentForPolicy, type Who } from "@/server/who";

/** A person's past, current or future role in an organisation that carries a risk or dip. */
export type HeldRole = {
  organisation: string;
  /** The organisation's last day in the system, if in the past. */
  closedOn: string | null;
  /** Their last day as its leader, if in the past. */
  ledUntil: string | null;
  /** Their latest deputyship: for whom, its days, and whether that person is a leader no longer. */
  stoodInFor: { leader: string; fromOn: string; endsOn: string | null; leaderGone: boolean } | null;
};

/** Why a person may not answer for this experiment, one sentence per reason; empty when they may. */
export function whyNotTheirs(who: Who, it: ExperimentForPolicy, held: readonly HeldRole[] = [], today = ""): string[] {
  if (it.ended) return ["It has ended, so there is nothing to answer."];
  const others = who.accounts.filter((account) => account !== who.id);
  const isOneOf = (accounts: string[], ids: string[]) => accounts.some((account) => ids.includes(account));
  if (it.teamIds.includes(who.id)) return ["You are on the team, so another leader answers."];
  if (isOneOf(others, it.teamIds)) return ["You are on the team with your other account, so another leader answers."];
  if (it.authorIds.includes(who.id)) return ["You wrote or changed part of this, so another leader answers."];
  if (isOneOf(others, it.authorIds)) {
    return ["You wrote or changed part of this with your other account, so another leader answers."];
  }
  if (answersFor(who, it.systemId).some((organisationId) => it.carrierIds.includes(organisationId))) return [];
  const reasons = held.flatMap((role) => whyNoLonger(role, today));
  return reasons.length > 0
    ? reasons
    : ["You do not answer for an organisation that carries a risk or a dip of this now."];
}

function whyNoLonger({ organisation, closedOn, ledUntil, stoodInFor }: HeldRole, today: string): string[] {
  if (closedOn) return [`${organisation} closed on ${dayInWords(closedOn)}, so nobody answers for it any more.`];
  if (ledUntil) return [`You answered for ${organisation} until ${dayInWords(ledUntil)}. Another leader does now.`];
  if (!stoodInFor) return [];
  const { leader, fromOn, endsOn, leaderGone } = stoodInFor;
  if (fromOn > today) return [`You stand in for ${leader} at ${organisation} from ${dayInWords(fromOn)}.`];
  if (endsOn && endsOn < today) return [`You stood in for ${leader} at ${organisation} until ${dayInWords(endsOn)}.`];
  return leaderGone ? [`${leader} does not answer for ${organisation} any more, so you do not in that name.`] : [];
}

/** Notice shown to a deputy before they answer. */
export function inWhoseName(inPlaceOf: readonly { leader: string; organisation: string }[]): string {
  const names = [...new Set(inPlaceOf.map(({ leader, organisation }) => `${leader} (${organisation})`))];
  return names.length === 0 ? "" : `You answer in the name of ${listInWords(names)}. Both names are kept and shown.`;
}
