import { z } from "zod";

/** "same …": use that account; "second …": link the new one to it; or somebody else. */
const form = /^(?:(same|second) ([0-9a-f-]{36})|someone else)$/;

/** Whether the invited person is one of the likely accounts: asked only where there are some. */
export const whoIsIt = z.string().regex(form, "Choose whether it is the same person.").optional();

export type WhoIsIt = { is: "same" | "second"; personId: string } | { is: "someone else" } | null;

export function readWhoIsIt(answer: string | undefined): WhoIsIt {
  const [, is, personId] = form.exec(answer ?? "") ?? [];
  if (personId && (is === "same" || is === "second")) return { is, personId };
  return answer ? { is: "someone else" } : null;
}

/** Why an invitation waits for an answer, or for another one: some accounts are likely the invited person's. */
export function whyNotInvite(answer: WhoIsIt, likely: readonly { id: string }[]): string | null {
  if (answer && answer.is !== "someone else" && !likely.some(({ id }) => id === answer.personId))
    return "Nobody was invited: that account is not like this one any more. Say again below who it is.";
  if (answer || likely.length === 0) return null;
  return "Nobody was invited yet: somebody of this name is in Leeway already. Say below whether it is the same person.";
}
