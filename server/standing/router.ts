import { z } from "zod";
import { NotAllowed, NotFound, Refusal, refuse } from "@/server/errors";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { whyTooFarAhead } from "@/server/far-dates";
import { momentInWords } from "@/server/format";
import { changeInSystem } from "@/server/organisations/procedure";
import { findToday, listOrganisations, listSystems } from "@/server/organisations/queries";
import { findWho } from "@/server/people/queries";
import { findWholePermission } from "@/server/permissions/whole-queries";
import { confirmProcedure } from "@/server/standing/confirm-procedure";
import { findProposer } from "@/server/standing/confirm-queries";
import { allowanceInWords, standingInWords } from "@/server/standing/in-words";
import { giveStandingInput, withdrawStandingInput, withdrawUseInput } from "@/server/standing/input";
import { enqueueStandingLetters } from "@/server/standing/letters";
import {
  giveStanding,
  listFits,
  listStanding,
  listUses,
  lockStanding,
  refuseUnlessServing,
  type StandingRow,
  withdrawStanding,
} from "@/server/standing/queries";
import { listStartedBy } from "@/server/standing/started-queries";
import { whyNotConfirm } from "@/server/standing/why-not-confirm";
import { router, signedIn } from "@/server/trpc";
import { fromLeeway, sentence } from "@/server/typed-words";
import { answersFor, givesStandingFor, type Who } from "@/server/who";

const asRead = (one: StandingRow, who: Who) => ({
  ...one,
  inWords: standingInWords(one),
  allows: allowanceInWords(one),
  mayWithdraw: one.withdrawn === null && givesStandingFor(who, one.systemId, one.organisationId),
});

/** Standing permissions: the floor for everyone, and what leaders allow beyond it. */
export const standingRouter = router({
  /** Every standing permission within reach, as sentences, and whether the person may withdraw it. */
  list: signedIn
    .input(z.object({ systemId: z.uuid().optional() }).default({}))
    .query(async ({ ctx: { db, person }, input }) => {
      const who = await findWho(db, person.id);
      return (await listStanding(db, input.systemId)).map((one) => asRead(one, who));
    }),

  /** One of them, with the experiments within reach that started by it. */
  find: signedIn.input(z.object({ standingId: z.uuid() })).query(async ({ ctx: { db, person }, input }) => {
    const who = await findWho(db, person.id);
    const found = (await listStanding(db)).find((one) => one.id === input.standingId);
    if (!found) throw new NotFound();
    const mayConfirm =
      found.unconfirmed && whyNotConfirm(who, found, await findProposer(db, found.id, who.id)) === null;
    return { ...asRead(found, who), mayConfirm, started: await listStartedBy(db, who, found.id) };
  }),

  /** For whom the person may give one: organisations they lead, and the floor of systems where they are a board's chair or secretary. */
  toGive: signedIn.query(async ({ ctx: { db, person } }) => {
    const who = await findWho(db, person.id);
    const [systems, organisations] = [await listSystems(db), await listOrganisations(db)];
    const floors = systems.filter((system) => givesStandingFor(who, system.id, null));
    const own = organisations.filter((one) => givesStandingFor(who, one.systemId, one.id));
    return {
      today: await findToday(db),
      forWhom: [
        ...own.map(({ systemId, system, id, name }) => ({ systemId, system, organisationId: id, name })),
        ...floors.map(({ id, name }) => ({ systemId: id, system: name, organisationId: null, name: null })),
      ],
    };
  }),

  /** For each carrier, the standing permission that covers it or why none does; and those used. */
  forExperiment: onExperiment.query(async ({ ctx }) => ({
    fits: [...(await listFits(ctx.db, ctx.experiment))].map(([organisationId, fit]) => ({ organisationId, ...fit })),
    uses: (await findWholePermission(ctx.db, ctx.experiment)).uses,
  })),

  ...confirmProcedure,

  give: changeInSystem
    .meta({ may: "giveStanding" })
    .input(giveStandingInput)
    .mutation(async ({ ctx, input }) => {
      const { systemId } = ctx;
      if (input.organisationId) await refuseUnlessServing(ctx.db, systemId, input.organisationId);
      if (!givesStandingFor(ctx.who, systemId, input.organisationId ?? null)) {
        if (!input.organisationId) throw new NotAllowed();
        throw new Refusal([], { organisationId: "You do not answer for it yourself today. Choose one that you lead" });
      }
      const tooFarAhead = whyTooFarAhead(input, await findToday(ctx.db));
      if (tooFarAhead) throw new Refusal([], tooFarAhead);
      const given = await giveStanding(ctx.db, ctx.person.id, systemId, input);
      if (!given.unconfirmed)
        await enqueueStandingLetters(ctx.db, { about: "allowed", systemId, standingId: given.id });
      ctx.journal(sentence`allowed without asking: ${standingInWords(given)}`, { details: { standingId: given.id } });
      return { standingId: given.id };
    }),

  withdraw: changeInSystem
    .meta({ may: "giveStanding" })
    .input(withdrawStandingInput)
    .mutation(async ({ ctx, input: { standingId, reason } }) => {
      const { systemId } = ctx;
      await lockStanding(ctx.db, standingId);
      const standing = (await listStanding(ctx.db, systemId)).find((one) => one.id === standingId);
      if (!standing) throw new NotFound();
      if (!givesStandingFor(ctx.who, systemId, standing.organisationId)) throw new NotAllowed();
      if (standing.withdrawn) {
        const { by, at } = standing.withdrawn;
        refuse(`${by} took it back already, on ${momentInWords(at)}. It holds no longer.`);
      }
      const started = await listStartedBy(ctx.db, ctx.who, standingId);
      await withdrawStanding(ctx.db, { standingId, useId: null, systemId }, ctx.person.id, reason);
      if (!standing.unconfirmed) await enqueueStandingLetters(ctx.db, { about: "withdrawn", systemId, standingId });
      for (const { experimentId, organisation } of started.filter((one) => one.lives)) {
        ctx.journal(sentence`took back what it may do in ${fromLeeway(organisation)} without asking: ${reason}`, {
          experimentId,
          details: { standingId },
        });
      }
      ctx.journal(sentence`took back what was allowed without asking (${standingInWords(standing)}): ${reason}`, {
        details: { standingId },
      });
      return {};
    }),

  /** A leader withdraws it for one experiment that was started by it. */
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
      ctx.journal(sentence`took back for ${fromLeeway(use.organisation)} that it may run without asking: ${reason}`, {
        details: { useId },
      });
      return {};
    }),
});
