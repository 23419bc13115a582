import { NotFound } from "@/server/errors";
import { changeInSystem } from "@/server/organisations/procedure";
import { router, signedIn } from "@/server/trpc";
import { decideLeaderInput, oneProposal } from "./input";
import { decideProposal, findProposal } from "./queries";
import { whyNotDecide } from "./why-not-decide";

/** Making somebody a leader needs a second person (rule I6): here a leader of the organisation; administrators under admin. */
export const leadersRouter = router({
  find: signedIn.input(oneProposal).query(async ({ ctx: { db, person }, input }) => {
    const proposal = await findProposal(db, person.id, input.proposalId);
    if (!proposal) throw new NotFound();
    const why = (decision: "confirmed" | "declined") =>
      whyNotDecide({ id: person.id, isAdministrator: false }, proposal, decision);
    return { ...proposal, whyNotConfirm: why("confirmed"), whyNotDecline: why("declined") };
  }),
  decide: changeInSystem
    .meta({ may: "decideLeader" })
    .input(oneProposal)
    .input(decideLeaderInput)
    .mutation(async ({ ctx: { db, person, systemId, journal }, input: { proposalId, ...decision } }) => {
      const proposal = await findProposal(db, person.id, proposalId);
      if (proposal?.systemId !== systemId) throw new NotFound();
      const me = { id: person.id, isAdministrator: false };
      journal(await decideProposal(db, me, proposal, decision), { details: { proposalId } });
      return {};
    }),
});
