import type { Stage } from "@/db/vocabulary";

export type BeforeStart = {
  stage: Stage;
  riskCount: number;
  /** The team's word that no harm is foreseen, where there is no risk. */
  noHarmForeseen: boolean;
  riskOfNotTrying: string | null;
  carriers: {
    organisation: string;
    covering: boolean;
    granting: boolean;
    outdated: boolean;
    /** First day of a future permission, if there is no current one. */
    beginsOn: string | null;
    endedOn: string | null;
    asked: boolean;
    refused: boolean;
    /** Why nobody can answer for it today; null or absent when somebody can. */
    nobodyAnswers?: string | null;
    /** Whether a standing permission fits, and if not, why not. */
    standing?: { fits: boolean; sentences: string[] };
    /** A yes whose conditions the team has not accepted, or that needs this board too. */
    conditionsOpen?: boolean;
    awaitsBoard?: string | null;
  }[];
};

/** Reasons by which a carrier keeps an experiment from starting. */
export const notAskedYet = (organisation: string) => `${organisation} carries a risk and has not been asked yet.`;
export const notAnsweredYet = (organisation: string) => `${organisation} has not answered yet.`;
export const saidNotThisTime = (organisation: string) => `${organisation} has said not this time.`;

/** Why an experiment cannot start now, one sentence per reason; empty when it can. */
export function whyNotStart(now: BeforeStart, inWords: (day: string) => string): string[] {
  if (now.stage === "ended") return ["It has ended. What comes next is a new experiment, adapted from this one."];
  if (now.stage === "running") return ["It is running already."];
  const reasons: string[] = [];
  const boards = new Set<string>();
  const risksSaid = now.riskCount > 0 || now.noHarmForeseen;
  if (!risksSaid) reasons.push("No risk is written down yet. Say what could go wrong and who carries it.");
  if (!now.riskOfNotTrying?.trim()) reasons.push("The risk of not trying is not written down yet.");
  for (const carrier of risksSaid ? now.carriers : []) {
    if (carrier.nobodyAnswers) reasons.push(carrier.nobodyAnswers);
    if (carrier.nobodyAnswers || carrier.covering || carrier.standing?.fits) continue;
    if (carrier.granting && carrier.beginsOn) {
      reasons.push(`${carrier.organisation} has said yes from ${inWords(carrier.beginsOn)}, not before.`);
    } else if (carrier.outdated) {
      reasons.push(
        `${carrier.organisation} said yes to other words. Ask again with the words as they are now.`,
        ...(carrier.standing?.sentences ?? []),
      );
    } else if (carrier.refused) reasons.push(saidNotThisTime(carrier.organisation));
    else if (carrier.conditionsOpen) {
      reasons.push(`${carrier.organisation} has said yes with conditions. Accept them, or take the request back.`);
    } else if (carrier.awaitsBoard) boards.add(carrier.awaitsBoard);
    else if (carrier.asked) reasons.push(notAnsweredYet(carrier.organisation));
    else {
      reasons.push(
        carrier.endedOn
          ? `The permission of ${carrier.organisation} ended on ${inWords(carrier.endedOn)}.`
          : now.riskCount > 0
            ? notAskedYet(carrier.organisation)
            : `${carrier.organisation} leads it and has not been asked yet.`,
        ...(carrier.standing?.sentences ?? []),
      );
    }
  }
  for (const board of boards) reasons.push(`The ${board} has not said yes yet.`);
  return [...new Set(reasons)];
}
