import { whyTooFarAhead } from "@/server/far-dates";
import { daysInWords, untilEndOf } from "@/server/format";

/** A deputyship. */
export type Deputyship = { name: string; fromOn: string; endsOn: string };

/** The facts about a person whom a leader wants to name as deputy. */
export type DeputyFacts = {
  name: string;
  organisation: string;
  today: string;
  fromOn: string;
  endsOn: string;
  /** Whether they work in the leader's organisation today, and until when if known. */
  worksThere: boolean;
  leavesOn: string | null;
  /** A deputyship that overlaps these days: the leader has named them already. */
  already: Deputyship | null;
  /** … they have named the leader, for any organisation. */
  namedLeader: boolean;
  /** … they have named their own deputy for the organisation. */
  theirDeputy: Deputyship | null;
  /** … the leader stands in for this person in the organisation. */
  leaderStandsInFor: Deputyship | null;
};

/** Why a person cannot be a leader's deputy over these days, by the field it is about. Delegation does not chain. */
export function whyNotDeputy(it: DeputyFacts): Record<string, string> | null {
  const { name, organisation, today, fromOn, endsOn } = it;
  if (endsOn < today) return { endsOn: "The last day must be today or later" };
  if (fromOn < today) return { fromOn: "The first day must be today or later" };
  const tooFarAhead = whyTooFarAhead({ fromOn, endsOn }, today);
  if (tooFarAhead) return tooFarAhead;
  if (!it.worksThere) return { deputyId: `${name} does not work in ${organisation} today. Choose somebody who does` };
  if (it.leavesOn !== null && it.leavesOn < endsOn) {
    return { endsOn: `${name} works there only ${untilEndOf(it.leavesOn)}. Choose an earlier day` };
  }
  if (it.namedLeader) return { deputyId: `${name} has named you for these days. Choose somebody else` };
  if (it.theirDeputy) {
    return { deputyId: `${name} is away then and has named ${it.theirDeputy.name}. Choose somebody else` };
  }
  if (it.leaderStandsInFor) {
    const { name: leader, fromOn: first, endsOn: last } = it.leaderStandsInFor;
    return {
      fromOn: `You stand in for ${leader}, ${daysInWords(first, last)}, and that does not pass on. Ask ${leader} to name somebody else first`,
    };
  }
  if (it.already) {
    const days = daysInWords(it.already.fromOn, it.already.endsOn);
    return { deputyId: `${name} answers in your name already, ${days}. End that first, or choose other days` };
  }
  return null;
}
