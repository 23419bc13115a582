import type { Stage } from "@/db/vocabulary";
import { daysBetween, londonDay } from "@/server/days";
import type { DipStatus } from "@/server/dips/dip";
import { saidNotThisTime } from "@/server/experiments/start";
import { dayInWords, listInWords, pluralise } from "@/server/format";
import type { Carrier } from "@/server/permissions/coverage/carrier";

type CarrierOnCard = Pick<
  Carrier,
  | "organisationId"
  | "organisation"
  | "covering"
  | "endsOn"
  | "beginsOn"
  | "endedOn"
  | "asked"
  | "refused"
  | "question"
  | "conditionsOpen"
  | "awaitsBoard"
> & { leaders: Pick<Carrier["leaders"][number], "name">[] };

export type CardFacts = {
  stage: Stage;
  /** Today in London, by the database's clock. */
  today: string;
  carriers: readonly CarrierOnCard[];
  dips: readonly { status: DipStatus; short: string }[];
  lastTurn: { turn: string; pauseReason: string | null; by: string | null; at: string } | null;
  /** Days since the leaders have had the open request, and how many the system finds enough. */
  waitingDays: number | null;
  answerWithinDays: number;
  /** The words by which it started without asking, where they hold. */
  ownWords: readonly string[];
  /** Who took a permission back, if nothing was given since. */
  withdrawn: { by: string; organisation: string; at: string } | null;
};

export type CardStatus =
  | "not asked"
  | "waiting"
  | "waiting for the team"
  | "waiting for a board"
  | "given"
  | "own word"
  | "active"
  | "within the dip"
  | "outside the dip"
  | "ends soon"
  | "paused"
  | "terms changed"
  | "withdrawn"
  | "permission ended"
  | "ended";
type Said = { status: CardStatus; sentence: string };

/** So many days before its end a permission is said to end soon. */
export const soon = 14;

/** Where the permission stands today, in a sentence or two: the first thing that somebody who opens the experiment reads. */
export function cardStatus(facts: CardFacts): Said {
  switch (facts.stage) {
    case "ended":
      return { status: "ended", sentence: "It has ended." };
    case "paused":
      return { status: "paused", sentence: paused(facts) };
    case "terms changed":
      return {
        status: "terms changed",
        sentence: "The words changed after the yes, so it does not cover them. The team can ask again.",
      };
    case "permission ended":
      return facts.withdrawn ? takenBack(facts.withdrawn) : over(facts.carriers);
    case "running":
      return running(facts);
    case "permitted":
      return given(facts.carriers);
    case "asked":
      return waiting(facts);
    case "idea":
      if (facts.withdrawn) return takenBack(facts.withdrawn);
      return { status: "not asked", sentence: "Nobody has been asked for permission yet." };
    default:
      return facts.stage satisfies never;
  }
}

/** Ending is said before a dip within its bounds, and after one outside them. */
function running({ today, carriers, dips, ownWords }: CardFacts): Said {
  const outside = dips.filter((dip) => dip.status === "outside");
  if (outside.length > 0) return { status: "outside the dip", sentence: allOf(outside) };
  const within = dips.filter((dip) => dip.status === "within");
  const endsOn = firstEnd(carriers);
  const left = endsOn === null ? null : daysBetween(today, endsOn);
  if (endsOn !== null && left !== null && left <= soon) {
    const when = left === 0 ? "today at midnight" : `in ${pluralise(left, "day")}, on ${dayInWords(endsOn)}`;
    return { status: "ends soon", sentence: [`Permission ends ${when}.`, allOf(within)].filter(Boolean).join(" ") };
  }
  if (within.length > 0) return { status: "within the dip", sentence: allOf(within) };
  if (ownWords.length > 0) return { status: "own word", sentence: ownWords.join(" ") };
  return { status: "active", sentence: "Permission holds, and nothing is outside it." };
}

const allOf = (dips: readonly { short: string }[]) => dips.map((dip) => dip.short).join(" ");

/** The last day of the permission that ends first. */
export const firstEnd = (carriers: readonly { covering: boolean; endsOn: string | null }[]): string | null =>
  carriers.reduce<string | null>(
    (first, { covering, endsOn }) => (covering && endsOn && (!first || endsOn < first) ? endsOn : first),
    null,
  );

/** Paused, and since then perhaps without the permission to go on: both are so, and both are said. */
function paused(facts: CardFacts): string {
  const { withdrawn, carriers } = facts;
  const missed = withdrawn && !carriers.some((one) => one.covering && one.organisation === withdrawn.organisation);
  const next = missed
    ? `${takenBack(withdrawn).sentence} It stays paused: nothing goes on without a new yes.`
    : "It stays paused until people agree how to go on.";
  return `${pausedBy(facts)} ${next}`;
}

function pausedBy({ lastTurn }: CardFacts): string {
  if (!lastTurn) return "It is paused.";
  const on = dayInWords(londonDay(lastTurn.at));
  const why = lastTurn.pauseReason && lastTurn.by ? `: ${lastTurn.pauseReason}` : "";
  return `${lastTurn.by ?? "A stop rule"} paused it on ${on}${why}.`;
}

const takenBack = ({ by, organisation, at }: NonNullable<CardFacts["withdrawn"]>): Said => ({
  status: "withdrawn",
  sentence: `${by} took the permission of ${organisation} back on ${dayInWords(londonDay(at))}.`,
});

function over(carriers: CardFacts["carriers"]): Said {
  const ends = carriers.flatMap(({ covering, endedOn }) => (!covering && endedOn ? [endedOn] : [])).toSorted();
  const when = ends[0] ? ` on ${dayInWords(ends[0])}` : "";
  return { status: "permission ended", sentence: `Permission ended${when}. Ask for longer, or end the experiment.` };
}

function given(carriers: CardFacts["carriers"]): Said {
  const begins = carriers.flatMap(({ covering, beginsOn }) => (!covering && beginsOn ? [beginsOn] : [])).toSorted();
  const last = begins.at(-1);
  const start = last ? `It can start on ${dayInWords(last)}.` : "It can start.";
  return { status: "given", sentence: `Everyone who was asked has said yes. ${start}` };
}

/** With whom a request waits and how long, or what it waits for. */
export function waiting({
  carriers,
  waitingDays,
  answerWithinDays,
}: Pick<CardFacts, "carriers" | "waitingDays" | "answerWithinDays">): Said {
  const conditions = carriers.find((carrier) => carrier.conditionsOpen);
  const asked = carriers.filter((carrier) => carrier.asked);
  const refused = carriers.find((carrier) => carrier.refused);
  if (refused) return { status: "waiting for the team", sentence: saidNotThisTime(refused.organisation) };
  const questions = asked.filter((carrier) => carrier.question !== null);
  if (asked.length > 0) {
    const firsts = asked.map(({ leaders, organisation }) => leaders[0]?.name ?? organisation);
    const others = asked.flatMap(({ leaders }) => leaders.slice(1).map((leader) => leader.name));
    const long = waitingDays !== null && waitingDays > answerWithinDays;
    const offered = long && others.length > 0 ? ` ${listInWords([...new Set(others)])} can answer too.` : "";
    const question = questions.length > 0 ? " A question is open." : "";
    return {
      status: "waiting",
      sentence: `Waiting ${waitingDays ? `${pluralise(waitingDays, "day")} with` : "with"} ${listInWords(firsts)}.${offered}${question}`,
    };
  }
  if (conditions) {
    return {
      status: "waiting for the team",
      sentence: `${conditions.organisation} says yes with conditions. The team accepts them, or takes the request back.`,
    };
  }
  const board = carriers.find((carrier) => carrier.awaitsBoard)?.awaitsBoard;
  if (board) return { status: "waiting for a board", sentence: `The leaders have said yes. Waiting for the ${board}.` };
  return { status: "waiting", sentence: "Waiting for permission." };
}
