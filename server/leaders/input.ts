import { z } from "zod";
import { leaderDecisions } from "@/db/vocabulary";
import { optionalLine, requiredChoice } from "@/server/text";

export const decideLeaderInput = z
  .object({
    decision: requiredChoice(leaderDecisions, "Choose whether they answer for it."),
    reason: optionalLine(500).transform((reason) => reason?.trim() || undefined),
  })
  .refine(({ decision, reason }) => decision === "confirmed" || reason, {
    path: ["reason"],
    message: "Enter why not, in a few words.",
  });

export const oneProposal = z.object({ proposalId: z.uuid("We could not find that proposal.") });
