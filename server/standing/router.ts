import { z } from "zod";
import { NotAllowed, NotFound, refuse } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { changeInSystem } from "@/server/organisations/procedure";
import { findWho } from "@/server/people/queries";
import { answersFor, givesStandingFor } from "@/server/policy";
import { standingInWords } from "@/server/standing/in-words";
import { giveStandingInput, withdrawStandingInput, withdrawUseInput } from "@/server/standing/input";
import {
  giveStanding,
  listFits,
  listStanding,
  listUses,
  refuseUnlessServing,
  withdrawStanding,
} from "@/server/standing/queries";
import { router, signedIn } from "@/server/trpc";

/** What may start without asking: the floor for everyone, and what leaders allow beyond it. */
export const standingRouter = router({
  /** Every standing permission within reach, in words, and whether the person may take it back. */
  list: signedIn
    .input(z.object({ systemId: z.uuid().optional() }).default({}))
    .query(async ({ ctx: { db, person }, input }) => {
      const who = await findWho(db, person.id);
      return (await listStanding(db, input.systemId)).map((one) => ({
        ...one,
        inWords: standingInWords(one),
        mayWithdraw: one.withdrawn === null && givesStandingFor(who, one.systemId, one.organisationId),
      }));
    }),

  /** For each organisation that carries something of an experiment: what fits, or why nothing does; and what was used. */
  forExperiment: onExperiment.query(async ({ ctx }) => ({
    fits: [...(await listFits(ctx.db, ctx.experiment))].map(([organisationId, fit]) => ({ organisationId, ...fit })),
    uses: await listUses(ctx.db, ctx.experiment.id),
  })),

  give: changeInSystem
    .meta({ may: "giveStanding" })
    .input(giveStandingInput)
    .mutation(async ({ ctx, input: { key: _, systemId, ...input } }) => {
      if (!givesStandingFor(ctx.who, systemId, input.organisationId ?? null)) throw new NotAllowed();
      if (input.organisationId) await refuseUnlessServing(ctx.db, systemId, input.organisationId);
      const given = await giveStanding(ctx.db, ctx.person.id, systemId, input);
      ctx.tell(`allowed without asking: ${standingInWords(given)}`, { details: { standingId: given.id } });
      return { standingId: given.id };
    }),

  withdraw: changeInSystem
    .meta({ may: "giveStanding" })
    .input(withdrawStandingInput)
    .mutation(async ({ ctx, input: { systemId, standingId, reason } }) => {
      const standing = (await listStanding(ctx.db, systemId)).find((one) => one.id === standingId);
      if (!standing) throw new NotFound();
      if (!givesStandingFor(ctx.who, systemId, standing.organisationId)) throw new NotAllowed();
      if (standing.withdrawn) refuse("It has been taken back already.");
      await withdrawStanding(ctx.db, { standingId, useId: null, systemId }, ctx.person.id, reason);
      ctx.tell(`took back what was allowed without asking (${standingInWords(standing)}): ${reason}`, {
        details: { standingId },
      });
      return {};
    }),

  /** A leader takes it back for one experiment that was started by it. */
  withdrawUse: changeExperiment
    .meta({ may: "withdrawPermission" })
    .input(withdrawUseInput)
    .mutation(async ({ ctx, input: { useId, reason } }) => {
      const { db, experiment, who, person } = ctx;
      const use = (await listUses(db, experiment.id)).find((one) => one.id === useId);
      if (!use) throw new NotFound();
      if (!answersFor(who, experiment.systemId).includes(use.organisationId)) throw new NotAllowed();
      if (use.withdrawn) refuse("It has been taken back already.");
      const { systemId } = experiment;
      await withdrawStanding(db, { standingId: use.standingId, useId, systemId }, person.id, reason);
      ctx.tell(`took back for ${use.organisation} that it may run without asking: ${reason}`, { useId });
      return {};
    }),
});
