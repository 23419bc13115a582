import { NotFound, refuse } from "@/server/errors";
import { listCandidacies } from "@/server/leaders/candidate-queries";
import { decideLeaderInput, oneProposal } from "@/server/leaders/input";
import { decideProposal, findProposal, listOpenProposals, proposeLeader } from "@/server/leaders/queries";
import { whyNotPropose } from "@/server/leaders/why-not-propose";
import { fromLeeway } from "@/server/typed-words";
import { changeSystem, inSystem } from "../procedure";
import { oneMembership } from "./input";

/** Where an organisation has no leader who could, another administrator is the second person (rule I6). */
export const leaderProcedures = {
  /** Proposed leaders who wait for a second person. */
  waiting: inSystem.query(({ ctx }) => listOpenProposals(ctx.db, ctx.person.id, ctx.system.id)),
  /** Of somebody who works there already; with a new membership, addMembership does it. */
  proposeLeader: changeSystem
    .meta({ may: "invitePerson" })
    .input(oneMembership)
    .mutation(async ({ ctx, input: { personId, membershipId } }) => {
      const held = await listCandidacies(ctx.db, ctx.system.id, personId);
      const candidate = held.find((one) => one.membershipId === membershipId);
      if (!candidate) throw new NotFound();
      const why = whyNotPropose(candidate);
      if (why) refuse(`Nothing was changed. ${why}`);
      await proposeLeader(ctx.db, { systemId: ctx.system.id, membershipId, proposedBy: ctx.person.id });
      ctx.journal(fromLeeway(`proposed that ${candidate.name} answers for ${candidate.organisation}`));
    }),
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
