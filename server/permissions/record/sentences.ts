import type { PauseDecision, PermissionAnswer, ReviewAnswer, Turn } from "@/db/vocabulary";
import { londonDay } from "@/server/days";
import { isBeyondDip } from "@/server/dips/dip";
import { dayInWords, listInWords, pluralise, untilEndOf, withFullStop } from "@/server/format";
import { amount, inPeriod } from "@/server/measures/figures";
import { lastDayOf } from "@/server/measures/periods";
import { daysToAsk } from "@/server/permissions/asking/draft";
import type { PermissionRecord, RecordAnswer, RecordFigure } from "@/server/permissions/record/record";
import { quoted } from "@/server/typed-words";

const on = (moment: string) => dayInWords(londonDay(moment));
const inPlace = ({ by, inPlaceOf }: { by: string; inPlaceOf: string | null }) =>
  inPlaceOf ? `${by} in place of ${inPlaceOf}` : by;
/** A quotation to append to a sentence; empty without text. */
const inTheirWords = (words: string | null) => (words?.trim() ? ` ${quoted(words)}` : "");
const because = (reason: string) => (reason.trim() === "" ? "." : `: ${quoted(withFullStop(reason))}`);

/** Who asked, when and for which days; or who started it under standing permissions. */
export function askedInWords({ asked, fromOn, endsOn, standing, renews }: PermissionRecord): string {
  const days = daysToAsk(fromOn, endsOn);
  if (standing.length > 0) return `${asked.by} started it on the team's own word, ${days}.`;
  const renewing = renews ? `, to renew what was asked on ${on(renews.at)}` : "";
  return `${asked.by} asked on ${on(asked.at)} for permission ${days}${renewing}.`;
}

const answered: Record<PermissionAnswer, string> = {
  yes: "said yes",
  "yes with conditions": "said yes with conditions",
  question: "asked a question",
  "not this time": "said not this time",
};

/** "Jocasta Merrivane for QUH said yes on 9 January 2026. “…”" */
export function answerInWords(answer: RecordAnswer): string {
  const until = answer.endsOn ? `, ${untilEndOf(answer.endsOn)}` : "";
  const agreed = answer.accepted ? ` ${answer.accepted.by} accepted them on ${on(answer.accepted.at)}.` : "";
  return `${inPlace(answer)} for ${answer.organisation} ${answered[answer.answer]} on ${on(answer.at)}${until}.${inTheirWords(answer.inWords)}${agreed}`;
}

/** "Their jobs then: Ravi Patel “ward manager (now matron)”." Of who asked and who answered; empty where none was given. */
export function jobsInWords({ asked, answers }: Pick<PermissionRecord, "asked" | "answers">): string {
  const jobs = [asked, ...answers].flatMap(({ by, job }) => (job?.trim() ? [`${by} ${quoted(job)}`] : []));
  return jobs.length === 0 ? "" : `Their jobs then: ${listInWords([...new Set(jobs)])}.`;
}

const reviewed: Record<ReviewAnswer, string> = {
  "go on": "go on",
  change: "change it",
  stop: "stop",
  spread: "spread it",
  "more needed": "more is needed",
};

export const boardsInWords = ({ boards }: Pick<PermissionRecord, "boards">): string[] =>
  boards.flatMap(({ board, answers }) =>
    answers.length === 0
      ? [`The ${board} has not answered.`]
      : answers.map(
          ({ by, answer, reason, at }) =>
            `${by} for the ${board} said “${reviewed[answer]}” on ${on(at)}.${inTheirWords(reason)}`,
        ),
  );

const turned: Record<Turn, string> = {
  started: "Started",
  paused: "Paused",
  resumed: "Went on",
  stopped: "Stopped",
  concluded: "Ended",
};
const decided: Record<PauseDecision, string> = {
  "keep paused": "kept it paused",
  "end permission": "ended the permission",
  "go on": "let it go on",
};

/** `learned` is separate because it is optional on the sheet. */
type RecordEvent = { at: string; sentence: string; learned?: string };

/** What happened after, oldest first: turns, decisions in a pause, changed terms, withdrawals, renewals. */
export function recordEvents(record: PermissionRecord): RecordEvent[] {
  const { turns, pauseDecisions, takenBack, wordsChangedAt, renewedBy, conclusion } = record;
  const outcome = ({ turn, reason, pauseReason }: PermissionRecord["turns"][number]) => {
    if (turn === "concluded" && conclusion) return `: ${conclusion.outcome}.`;
    if (!pauseReason) return because(reason ?? "");
    return reason?.trim() ? `: ${pauseReason}${because(reason)}` : `: ${pauseReason}.`;
  };
  const events: RecordEvent[] = [
    ...turns.map((turn) => {
      const byTeamLead = turn.by === record.asked.by && (turn.turn === "started" || turn.turn === "resumed");
      const by = byTeamLead ? "" : ` by ${turn.by ?? "a stop rule"}`;
      const learned = turn.turn === "concluded" ? conclusion?.learned : undefined;
      return { at: turn.at, sentence: `${turned[turn.turn]} on ${on(turn.at)}${by}${outcome(turn)}`, learned };
    }),
    ...pauseDecisions.map((decision) => ({
      at: decision.at,
      sentence: `${inPlace(decision)} for ${decision.organisation} ${decided[decision.decision]} on ${on(decision.at)}${because(decision.reason)}`,
    })),
    ...takenBack.map(({ organisation, by, at, reason }) => ({
      at,
      sentence: `${by}${organisation ? ` for ${organisation}` : " for the team"} took it back on ${on(at)}${because(reason)}`,
    })),
    ...renewedBy.map(({ at }) => ({ at, sentence: `The team asked on ${on(at)} to renew it.` })),
    ...(wordsChangedAt
      ? [
          {
            at: wordsChangedAt,
            sentence: `The team changed its words on ${on(wordsChangedAt)}, so it covered them no longer.`,
          },
        ]
      : []),
  ];
  return events.toSorted((a, b) => moment(a.at) - moment(b.at));
}

const moment = (at: string) => Date.parse(at.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));

/** The worst value agreed for a measure: the tightest that any leader set. */
export function agreedWorst(
  { answers }: Pick<PermissionRecord, "answers">,
  { dip, measure }: RecordFigure,
): number | null {
  if (!dip) return null;
  const tighter = answers
    .filter((answer) => answer.accepted)
    .flatMap((answer) => answer.tighterDips ?? [])
    .filter(({ dipId }) => dipId === dip.id);
  return tighter.reduce(
    (worst, { worstValue }) => (isBeyondDip(measure.direction, worstValue, worst) ? worstValue : worst),
    dip.worstValue,
  );
}

/** "4-hour figure: 13 of 15 weeks were within the agreed dip to 60%, 2 outside: …" Counts complete results only; null without a dip. */
export function dipInWords(record: PermissionRecord, figure: RecordFigure): string | null {
  const { dip, measure, points } = figure;
  const worst = agreedWorst(record, figure);
  if (!dip || worst === null) return null;
  const inDays = points.filter(({ on: from, value }) => {
    return value !== null && lastDayOf(from, measure.rhythm) >= dip.fromOn && from <= dip.endsOn;
  });
  const agreed = `the agreed dip to ${amount(worst, measure)}`;
  if (inDays.length === 0) return `${measure.name}: no result in the days of ${agreed}.`;
  const outside = inDays.filter(({ value }) => value !== null && isBeyondDip(measure.direction, worst, value));
  const within = inDays.length - outside.length;
  const summary = `${measure.name}: ${within} of ${pluralise(inDays.length, measure.rhythm)} within ${agreed}`;
  if (outside.length === 0) return `${summary}.`;
  const furthest = outside.reduce((worst, point) =>
    isBeyondDip(measure.direction, worst.value ?? 0, point.value ?? 0) ? point : worst,
  );
  return `${summary}, ${outside.length} outside it, the furthest ${amount(furthest.value ?? 0, measure)} ${inPeriod(furthest.on, measure.rhythm)}.`;
}

/** Its status today, or how it ended. */
export function statusInWords(record: PermissionRecord): string {
  const { endsOn, fromOn, today, takenBack, answers, boards, standing, wordsChangedAt, askedOf, turns } = record;
  const last = turns.findLast(({ turn }) => turn === "stopped" || turn === "concluded");
  const back = takenBack.at(-1);
  if (back) return `It was taken back on ${on(back.at)}, so it holds no longer.`;
  if (last && londonDay(last.at) <= endsOn)
    return `The experiment ended on ${on(last.at)}, and the permission with it.`;
  const latest = askedOf.map(({ organisation }) =>
    answers.findLast((answer) => answer.organisation === organisation && answer.answer !== "question"),
  );
  if (latest.some((answer) => answer?.answer === "not this time")) return "The answer was: not this time.";
  if (standing.length === 0 && !latest.every((answer) => answer?.answer === "yes" || answer?.accepted)) {
    return endsOn < today ? "Its days are over, and not everybody had said yes." : "Not everybody has said yes yet.";
  }
  if (boards.some((board) => !["go on", "spread"].includes(board.answers.at(-1)?.answer ?? ""))) {
    return "Every leader has said yes. The board's yes is missing.";
  }
  const ends = [endsOn, ...latest.flatMap((answer) => answer?.endsOn ?? [])].toSorted()[0] ?? endsOn;
  if (ends < today) return `It ended on ${dayInWords(ends)}.`;
  if (wordsChangedAt) return "The words have changed since, so it does not cover what is done now.";
  return today < fromOn ? `It begins on ${dayInWords(fromOn)}.` : `It holds ${untilEndOf(ends)}.`;
}
