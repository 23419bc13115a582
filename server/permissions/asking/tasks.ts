import type { Stage } from "@/db/vocabulary";
import { pluralise, sentenceCase } from "@/server/format";
import {
  type AskedOrganisation,
  saysWhatCouldGoWrong,
  whyNobodyAnswers,
  whyNotAsk,
} from "@/server/permissions/asking/ask";
import { daysToAsk } from "@/server/permissions/asking/draft";
import { whyNotPeriod } from "@/server/permissions/asking/period";

/** The state of a request in preparation. */
export type Asking = {
  stage: Stage;
  today: string;
  /** How long a permission lasts at most here. */
  longestMonths: number;
  terms: { risks: unknown[]; noHarmForeseen?: boolean | null; riskOfNotTrying: string; prediction: string };
  carriers: AskedOrganisation[];
  measures: number;
  halfWritten: number;
  dips: { endsOn: string; measure: string; fromOn: string }[];
  stopRules: number;
  draft: { fromOn: string | null; endsOn: string | null; boardId: string | null; whyLonger: string | null };
  /** Why a board is asked as well, and the boards to choose from. */
  boardNeeded: string | null;
  boards: { id: string }[];
  /** The permission it renews, and why it cannot. */
  renewal: { problem: string | null; nth: number; fromOn: string; endsOn: string } | null;
};

export const askingTasks = ["idea", "measures", "risks", "dips", "leaders"] as const;
export type AskingTask = {
  task: (typeof askingTasks)[number];
  state: "done" | "to do" | "cannot start yet";
  /** Replaces the usual text of the state. */
  inWords?: string;
  hint?: string;
};

/** The five tasks of asking, each with its computed state. */
export function tasksOf(now: Asking): AskingTask[] {
  return [
    { task: "idea", state: now.terms.prediction.trim() === "" ? "to do" : "done" },
    { task: "measures", state: now.measures === 0 ? "to do" : "done" },
    risksTask(now),
    dipsTask(now),
    leadersTask(now),
  ];
}

function risksTask({ terms, halfWritten }: Asking): AskingTask {
  if (halfWritten > 0) {
    return {
      task: "risks",
      state: "to do",
      inWords: "To finish",
      hint: `${pluralise(halfWritten, "risk")} half written`,
    };
  }
  const done = saysWhatCouldGoWrong(terms) && terms.riskOfNotTrying.trim() !== "";
  const none = terms.noHarmForeseen ? "No harm foreseen" : undefined;
  const hint = terms.risks.length > 0 ? pluralise(terms.risks.length, "risk") : none;
  return { task: "risks", state: done ? "done" : "to do", hint };
}

function dipsTask({ dips, stopRules, today }: Asking): AskingTask {
  const hint = stopRules > 0 ? pluralise(stopRules, "stop or talk rule") : undefined;
  if (dips.length === 0) return { task: "dips", state: "done", inWords: "None expected", hint };
  const over = dips.filter((dip) => dip.endsOn < today).length;
  if (over > 0) return { task: "dips", state: "to do", hint: `${pluralise(over, "dip")} already over` };
  return { task: "dips", state: "done", hint: [pluralise(dips.length, "dip"), hint].filter(Boolean).join(", ") };
}

function leadersTask(now: Asking): AskingTask {
  if (!saysWhatCouldGoWrong(now.terms) && now.dips.length === 0) {
    return { task: "leaders", state: "cannot start yet", hint: "First say what could go wrong" };
  }
  const { fromOn, endsOn } = now.draft;
  const hint = fromOn || endsOn ? sentenceCase(daysToAsk(fromOn, endsOn)) : undefined;
  const open = now.carriers.some((carrier) => whyNobodyAnswers(carrier)) || whyNotDays(now).length > 0;
  return { task: "leaders", state: open ? "to do" : "done", hint };
}

function whyNotTheseDays({ draft, today, longestMonths }: Asking): string[] {
  if (draft.endsOn && draft.endsOn < today) return ["The days you ask for are over. Choose later ones."];
  const wrong = whyNotPeriod(draft, { today, longestMonths });
  return wrong ? Object.values(wrong).map((sentence) => `${sentence}.`) : [];
}

function whyNotDays(now: Asking): string[] {
  const { draft, boardNeeded, boards, renewal } = now;
  const reasons: string[] = [];
  if (!draft.fromOn || !draft.endsOn) reasons.push("Say from which day until which day you ask.");
  else reasons.push(...whyNotTheseDays(now));
  if (boardNeeded && boards.length === 0) {
    reasons.push("A board's yes is needed as well, and this system has none yet. Ask your administrator.");
  } else if (boardNeeded && boards.length > 1 && !boards.some((board) => board.id === draft.boardId)) {
    reasons.push("Choose the board that is asked as well.");
  }
  if (renewal?.problem) reasons.push(renewal.problem);
  else if (renewal && !draft.whyLonger) reasons.push("Say why you ask for longer.");
  return reasons;
}

/** Why a request cannot be sent yet, one sentence per reason; empty when it can. */
export const whyNotSend = (now: Asking): string[] =>
  now.stage === "ended" ? whyNotAsk(now) : [...whyNotAsk(now), ...whyNotDays(now)];

/** Warnings before sending; none of them blocks it. */
export function warningsBeforeSending(now: Asking): string[] {
  const { halfWritten, measures, dips, today, draft } = now;
  const warnings: string[] = [];
  if (halfWritten > 0) {
    warnings.push(
      `${pluralise(halfWritten, "risk")} ${halfWritten === 1 ? "is" : "are"} half written. Nobody is asked about that yet.`,
    );
  }
  if (measures === 0) warnings.push("No measure is chosen yet, so nobody will see whether it works.");
  for (const { measure, fromOn, endsOn } of dips) {
    if (endsOn < today) warnings.push(`The dip of "${measure}" is over already.`);
    else if (draft.fromOn && draft.endsOn && (endsOn < draft.fromOn || fromOn > draft.endsOn)) {
      warnings.push(`The dip of "${measure}" lies outside the days you ask for.`);
    }
  }
  return warnings;
}
