import { NotFound } from "@/server/errors";
import { decideLeaderInput, oneProposal } from "@/server/leaders/input";
import { decideProposal, findProposal, listOpenProposals } from "@/server/leaders/queries";
import { changeSystem, inSystem } from "../procedure";

/** Where an organisation has no leader who could, another administrator is the second person (rule I6). */
export const leaderProcedures = {
  /** Proposed leaders who wait for a second person. */
  waiting: inSystem.query(({ ctx }) => listOpenProposals(ctx.db, ctx.person.id, ctx.system.id)),
  decideLeader: changeSystem
    .meta({ may: "confirmLeader" })
    .input(oneProposal)
    .input(decideLeaderInput)
    .mutation(async ({ ctx, input: { proposalId, ...decision } }) => {
      const proposal = await findProposal(ctx.db, ctx.person.id, proposalId);
      if (proposal?.systemId !== ctx.system.id) throw new NotFound();
      const me = { id: ctx.person.id, isAdministrator: true };
      ctx.journal(await decideProposal(ctx.db, me, proposal, decision));
    }),
};
