import { dayInWords, listInWords } from "@/server/format";
import { answersFor, type ExperimentForPolicy, mayAnswerFor, type PartTaken, type Who } from "@/server/who";

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

/** What a person had to do with an experiment, whose answer they therefore leave to others; null when nothing. */
export function partTaken(who: Who, it: PartTaken): string | null {
  const ofMine = (ids: string[]) => [who.id, ...who.accounts].find((account) => ids.includes(account));
  const inWords = (account: string, was: string, rest: string) =>
    `You ${was}${account === who.id ? "" : " with your other account"}${rest}`;
  const member = ofMine(it.teamIds);
  if (member) return inWords(member, "are on the team", "");
  const former = ofMine(it.formerTeam.map(({ personId }) => personId));
  const until = it.formerTeam.find(({ personId }) => personId === former)?.until;
  if (former && until) return inWords(former, "were on the team", ` until ${dayInWords(until)}`);
  const author = ofMine(it.authorIds);
  if (author) return inWords(author, "wrote or changed part of this", "");
  return ofMine(it.onceLinkedIds) ? "Your account was linked with that of somebody who had a part in this" : null;
}

export const anotherLeaderAnswers = (because: string) => `${because}, so another leader answers.`;
export const LEADER_TOOK_PART = anotherLeaderAnswers(
  "The leader you stand in for is or was on the team, or wrote part of this",
);
export const ANSWERS_FOR_NO_CARRIER = "You do not answer for an organisation that carries a risk or a dip of this now.";

/** Why a person may not answer for this experiment, one sentence per reason; empty when they may. */
export function whyNotTheirs(who: Who, it: ExperimentForPolicy, held: readonly HeldRole[] = [], today = ""): string[] {
  if (it.ended) return ["It has ended, so there is nothing to answer."];
  const part = partTaken(who, it);
  if (part) return [anotherLeaderAnswers(part)];
  if (mayAnswerFor(who, it).length > 0) return [];
  if (answersFor(who, it.systemId).some((organisationId) => it.carrierIds.includes(organisationId))) {
    return [LEADER_TOOK_PART];
  }
  const reasons = held.flatMap((role) => whyNoLonger(role, today));
  return reasons.length > 0 ? reasons : [ANSWERS_FOR_NO_CARRIER];
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
