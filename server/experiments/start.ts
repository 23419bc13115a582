import type { Stage } from "@/db/terms";

export type BeforeStart = {
  stage: Stage;
  riskCount: number;
  riskOfNotTrying: string;
  carriers: {
    organisation: string;
    covering: boolean;
    granting: boolean;
    outdated: boolean;
    /** First day of a permission that begins later, if that is all there is. */
    beginsOn: string | null;
    endedOn: string | null;
    asked: boolean;
    refused: boolean;
  }[];
};

/** Why an experiment cannot start now, one sentence a reason; empty when it can. Said before anyone presses the button. */
export function whyNotStart(now: BeforeStart, inWords: (day: string) => string): string[] {
  if (now.stage === "ended") return ["It has ended. What comes next is a new experiment, adapted from this one."];
  if (now.stage === "running") return ["It is running already."];
  const reasons: string[] = [];
  if (now.riskCount === 0) reasons.push("No risk is written down yet. Say what could go wrong and who carries it.");
  if (now.riskOfNotTrying.trim() === "") reasons.push("The risk of not trying is not written down yet.");
  for (const carrier of now.carriers) {
    if (carrier.covering) continue;
    if (carrier.granting && carrier.beginsOn) {
      reasons.push(`${carrier.organisation} has said yes from ${inWords(carrier.beginsOn)}, not before.`);
    } else if (carrier.outdated) {
      reasons.push(`${carrier.organisation} said yes to other words. Ask again with the words as they are now.`);
    } else if (carrier.refused) reasons.push(`${carrier.organisation} has said not this time.`);
    else if (carrier.asked) reasons.push(`${carrier.organisation} has not answered yet.`);
    else if (carrier.endedOn)
      reasons.push(`The permission of ${carrier.organisation} ended on ${inWords(carrier.endedOn)}.`);
    else reasons.push(`${carrier.organisation} carries a risk and has not been asked yet.`);
  }
  return reasons;
}
