import { dayInWords, listInWords } from "@/server/format";
import { answersFor, type ExperimentForPolicy, type Who } from "@/server/who";

/** What a person held, holds or will hold in an organisation that carries something, where it is not theirs to answer today. */
export type Held = {
  organisation: string;
  /** The organisation's last day in the system, once that is over. */
  closedOn: string | null;
  /** Their last day as its leader, once that is over. */
  ledUntil: string | null;
  /** The leader they stood in for, from and until when; or whose own time as a leader is over. */
  stoodInFor: { leader: string; fromOn: string; endsOn: string | null; leaderGone: boolean } | null;
};

/** Why somebody cannot answer a request, whatever it says: one sentence a reason. Empty when it is theirs to answer. */
export function whyNotTheirs(who: Who, it: ExperimentForPolicy, held: readonly Held[] = [], today = ""): string[] {
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
  const once = held.flatMap((one) => whyNoLonger(one, today));
  return once.length > 0 ? once : ["You do not answer for an organisation that carries a risk or a dip of this now."];
}

function whyNoLonger({ organisation, closedOn, ledUntil, stoodInFor }: Held, today: string): string[] {
  if (closedOn) return [`${organisation} closed on ${dayInWords(closedOn)}, so nobody answers for it any more.`];
  if (ledUntil) return [`You answered for ${organisation} until ${dayInWords(ledUntil)}. Another leader does now.`];
  if (!stoodInFor) return [];
  const { leader, fromOn, endsOn, leaderGone } = stoodInFor;
  if (fromOn > today) return [`You stand in for ${leader} at ${organisation} from ${dayInWords(fromOn)}.`];
  if (endsOn && endsOn < today) return [`You stood in for ${leader} at ${organisation} until ${dayInWords(endsOn)}.`];
  return leaderGone ? [`${leader} does not answer for ${organisation} any more, so you do not in that name.`] : [];
}

/** In whose name somebody answers, said before they do. */
export function inWhoseName(inPlaceOf: readonly { leader: string; organisation: string }[]): string {
  const names = [...new Set(inPlaceOf.map(({ leader, organisation }) => `${leader} (${organisation})`))];
  return names.length === 0 ? "" : `You answer in the name of ${listInWords(names)}. Both names are kept and shown.`;
}
