import type { Stage } from "@/db/vocabulary";
import { dayInWords } from "@/server/format";

export type AskedOrganisation = {
  organisation: string;
  leaders: unknown[];
  onTeam: string[];
  /** Its last day in this system, if in the past. */
  closedOn?: string | null;
  /** The last leader, when there is none now. */
  leaderLeft?: { name: string; on: string } | null;
};

type BeforeAsking = {
  terms: { risks: unknown[]; noHarmForeseen?: boolean | null; riskOfNotTrying: string; prediction: string };
  carriers: AskedOrganisation[];
  stage: Stage;
};

/** Why permission cannot be requested yet, one sentence per reason; empty when it can. */
export function whyNotAsk({ terms, carriers, stage }: BeforeAsking): string[] {
  if (stage === "ended") return ["It has ended. What comes next is a new experiment."];
  const reasons: string[] = [];
  if (terms.prediction.trim() === "") reasons.push("Say what you expect to happen, and why.");
  if (!saysWhatCouldGoWrong(terms)) reasons.push("Say what could go wrong: at least 1 risk.");
  if (terms.riskOfNotTrying.trim() === "") reasons.push("Say what goes wrong today if nobody tries.");
  if (!saysWhatCouldGoWrong(terms)) return reasons;
  return [...reasons, ...carriers.flatMap((carrier) => whyNobodyAnswers(carrier) ?? [])];
}

/** Whether there is a risk, or the team's word that no harm is foreseen (rule I1). */
export const saysWhatCouldGoWrong = ({
  risks,
  noHarmForeseen,
}: Pick<BeforeAsking["terms"], "risks" | "noHarmForeseen">) => risks.length > 0 || noHarmForeseen === true;

/** Why nobody can answer for an organisation, and what to do; null when somebody can. */
export function whyNobodyAnswers({ organisation, leaders, onTeam, closedOn, leaderLeft }: AskedOrganisation) {
  if (closedOn) {
    return `${organisation} has closed or left this system: its last day was ${dayInWords(closedOn)}. Change who carries its risks and dips.`;
  }
  if (leaders.length > 0) return null;
  if (onTeam.length > 0) {
    return `Nobody at ${organisation} can answer: its leader is on the team or wrote part of this. Ask your administrator to name another leader.`;
  }
  return nobodyIsNamed(organisation, leaderLeft);
}

export function nobodyIsNamed(organisation: string, leaderLeft?: AskedOrganisation["leaderLeft"]): string {
  const left = leaderLeft ? ` ${leaderLeft.name} answered for it until ${dayInWords(leaderLeft.on)}.` : "";
  return `Nobody is named who answers for ${organisation}.${left} Ask your administrator to name a leader.`;
}

type Answerable = {
  termsHash: string;
  materialHash: string;
  currentHash: string;
  ended: boolean;
  takenBack: boolean;
  id: string;
  hashOnScreen?: string;
  /** The team's later request, if any. */
  newerId?: string | null;
  /** Organisations whose leaders have withdrawn it. */
  withdrawnFor: string[];
};
type Given = { requestId: string; organisationId: string; answer: string };

export const WORDS_CHANGED =
  "The team has changed the words since this was asked. Your answer was not saved. They need to ask again.";

/** Why this request cannot be answered for an organisation now, as a sentence; null when it can. */
export function whyNotAnswer(request: Answerable, answers: Given[], organisationId: string): string | null {
  if (request.takenBack) return "The team has taken this request back, so there is nothing to answer.";
  if (request.ended) return "The dates asked for are over, so there is nothing to answer.";
  if (request.newerId) {
    return "The team has asked again since, so your answer was not saved. Read what has changed, and answer that.";
  }
  const stale = request.hashOnScreen !== undefined && request.hashOnScreen !== request.termsHash;
  if (stale || request.materialHash !== request.currentHash) {
    return WORDS_CHANGED;
  }
  if (request.withdrawnFor.includes(organisationId)) {
    return "A leader of this organisation has taken it back. The team can ask again.";
  }
  const decided = answers.findLast(
    (given) => given.requestId === request.id && given.organisationId === organisationId && given.answer !== "question",
  );
  return decided ? "It has been answered for this organisation already." : null;
}
