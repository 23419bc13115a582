import type { PauseReason, ReviewAnswer, Stage } from "@/db/vocabulary";
import { daysBetween, londonDay } from "@/server/days";
import type { DipStatus } from "@/server/dips/dip";
import { staysPausedUntil, whoLetsItGoOn } from "@/server/experiments/pauses";
import { saidNotThisTime } from "@/server/experiments/start";
import { dayInWords, listInWords, pluralise } from "@/server/format";
import { boardYeses } from "@/server/permissions/answering/one-yes";
import { whyNobodyAnswers } from "@/server/permissions/asking/ask";
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
> & { leaders: Pick<Carrier["leaders"][number], "name">[] } & Partial<
    Pick<Carrier, "onTeam" | "closedOn" | "leaderLeft">
  >;

export type CardFacts = {
  stage: Stage;
  /** Today in London, by the database's clock. */
  today: string;
  carriers: readonly CarrierOnCard[];
  dips: readonly { status: DipStatus; short: string }[];
  lastTurn: { turn: string; pauseReason: string | null; by: string | null; at: string } | null;
  /** Every pause since it last started or went on. */
  pauses: readonly { pauseReason: PauseReason | null }[];
  /** Days since the open request was sent, and the system's limit. */
  waitingDays: number | null;
  answerWithinDays: number;
  /** Texts of the standing permissions in use. */
  ownWords: readonly string[];
  /** The latest withdrawal by a leader from the latest request, if any. */
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
  | "nobody answers"
  | "ended";
type CardText = { status: CardStatus; sentence: string };

/** Days before its end from which a permission "ends soon". */
export const endsSoonDays = 14;

/** The status of the permission today, with a sentence or two for the top of the experiment's page. */
export function cardStatus(facts: CardFacts): CardText {
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
    case "nobody answers":
      return { status: "nobody answers", sentence: nobodyAnswers(facts.carriers) };
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

/** Rule I9: said aloud, never read as covered. */
function nobodyAnswers(carriers: CardFacts["carriers"]): string {
  const missing = carriers.flatMap((carrier) => whyNobodyAnswers({ ...carrier, onTeam: carrier.onTeam ?? [] }) ?? []);
  return ["It does not run.", ...missing].join(" ");
}

/** Order: dips outside, then a near end, then dips within. */
function running({ today, carriers, dips, ownWords }: CardFacts): CardText {
  const outside = dips.filter((dip) => dip.status === "outside");
  if (outside.length > 0) return { status: "outside the dip", sentence: allOf(outside) };
  const within = dips.filter((dip) => dip.status === "within");
  const endsOn = firstEnd(carriers);
  const left = endsOn === null ? null : daysBetween(today, endsOn);
  if (endsOn !== null && left !== null && left <= endsSoonDays) {
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

/** Also says when a permission was withdrawn during the pause. */
function paused(facts: CardFacts): string {
  const { withdrawn, carriers } = facts;
  const missing =
    withdrawn && !carriers.some((carrier) => carrier.covering && carrier.organisation === withdrawn.organisation);
  const next = missing
    ? `${takenBack(withdrawn).sentence} It stays paused: nothing goes on without a new yes.`
    : staysPausedUntil(whoLetsItGoOn(facts.pauses, carriers));
  return `${pausedBy(facts)} ${next}`;
}

function pausedBy({ lastTurn }: CardFacts): string {
  if (!lastTurn) return "It is paused.";
  const on = dayInWords(londonDay(lastTurn.at));
  const why = lastTurn.pauseReason && lastTurn.by ? `: ${lastTurn.pauseReason}` : "";
  return `${lastTurn.by ?? "A stop rule"} paused it on ${on}${why}.`;
}

const takenBack = ({ by, organisation, at }: NonNullable<CardFacts["withdrawn"]>): CardText => ({
  status: "withdrawn",
  sentence: `${by} took the permission of ${organisation} back on ${dayInWords(londonDay(at))}.`,
});

/** The latest word of each board that was asked, newest first; a yes is read with the others. */
export const boardsSaid = (reviews: readonly { board: string; answers: { answer: ReviewAnswer; at: string }[] }[]) =>
  reviews.flatMap(({ board, answers: [latest] }) =>
    latest && !boardYeses.includes(latest.answer)
      ? [`${board}: ${latest.answer}, on ${dayInWords(londonDay(latest.at))}`]
      : [],
  );

function over(carriers: CardFacts["carriers"]): CardText {
  const ends = carriers.flatMap(({ covering, endedOn }) => (!covering && endedOn ? [endedOn] : [])).toSorted();
  const when = ends[0] ? ` on ${dayInWords(ends[0])}` : "";
  return { status: "permission ended", sentence: `Permission ended${when}. Ask for longer, or end the experiment.` };
}

function given(carriers: CardFacts["carriers"]): CardText {
  const begins = carriers.flatMap(({ covering, beginsOn }) => (!covering && beginsOn ? [beginsOn] : [])).toSorted();
  const last = begins.at(-1);
  const start = last ? `It can start on ${dayInWords(last)}.` : "It can start.";
  return { status: "given", sentence: `Everyone who was asked has said yes. ${start}` };
}

/** Who a request is waiting for and how long, or what for. */
export function waiting({
  carriers,
  waitingDays,
  answerWithinDays,
}: Pick<CardFacts, "carriers" | "waitingDays" | "answerWithinDays">): CardText {
  const conditions = carriers.find((carrier) => carrier.conditionsOpen);
  const unanswered = carriers.filter((carrier) => carrier.asked);
  const refused = carriers.find((carrier) => carrier.refused);
  if (refused) return { status: "waiting for the team", sentence: saidNotThisTime(refused.organisation) };
  const questions = unanswered.filter((carrier) => carrier.question !== null);
  if (unanswered.length > 0) {
    const firsts = unanswered.map(({ leaders, organisation }) => leaders[0]?.name ?? organisation);
    const others = unanswered.flatMap(({ leaders }) => leaders.slice(1).map((leader) => leader.name));
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
