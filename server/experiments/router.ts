import { refuse } from "@/server/errors";
import { beginRunning } from "@/server/experiments/begin-running";
import {
  concludeExperiment,
  editExperiment,
  recordTurn,
  registerExperiment,
  shareExperiment,
} from "@/server/experiments/change-queries";
import {
  addTeamMemberInput,
  concludeInput,
  editInput,
  endTeamMembershipInput,
  experimentFilters,
  pauseInput,
  registerInput,
  resumeInput,
  stopInput,
} from "@/server/experiments/input";
import {
  addedToTeam,
  concludedExperiment,
  notedIdea,
  pausedExperiment,
  resumedExperiment,
  saidMoreWhilePaused,
  showedIdea,
  startedAgain,
  startedExperiment,
  stoppedExperiment,
  tookOffTeam,
} from "@/server/experiments/journal-sentences";
import { listExperiments } from "@/server/experiments/list-queries";
import { mayAct } from "@/server/experiments/may-act";
import { listPauses } from "@/server/experiments/pause-queries";
import { keepsItPaused, staysPausedUntil, waitsForLeader, whoLetsItGoOn } from "@/server/experiments/pauses";
import { changeExperiment, onExperiment } from "@/server/experiments/procedure";
import { findStory } from "@/server/experiments/queries";
import { whyNotStart } from "@/server/experiments/start";
import { addTeamMember, endTeamMembership } from "@/server/experiments/team-queries";
import { dayInWords } from "@/server/format";
import { changeInSystem } from "@/server/organisations/procedure";
import { findWho } from "@/server/people/queries";
import { listKeptPaused } from "@/server/permissions/answering/pause-queries";
import { findBeforeStart, listCarriers } from "@/server/permissions/coverage/carrier-queries";
import { router, signedIn } from "@/server/trpc";
import { sentence } from "@/server/typed-words";

export const experimentsRouter = router({
  list: signedIn
    .input(experimentFilters)
    .query(async ({ ctx, input }) => listExperiments(ctx.db, await findWho(ctx.db, ctx.person.id), input)),

  /** One experiment, its stage, and what the person may do with it. */
  find: onExperiment.query(async ({ ctx }) => ({
    ...(await findStory(ctx.db, ctx.experiment.id)),
    systemId: ctx.experiment.systemId,
    stage: ctx.experiment.stage,
    today: ctx.experiment.today,
    may: mayAct(ctx.who, ctx.experiment),
  })),

  whyNotStart: onExperiment.query(async ({ ctx }) =>
    whyNotStart(await findBeforeStart(ctx.db, ctx.experiment), dayInWords),
  ),

  register: changeInSystem
    .meta({ may: "registerExperiment" })
    .input(registerInput)
    .mutation(async ({ ctx, input: idea }) => {
      const experiment = await registerExperiment(ctx.db, ctx.person.id, ctx.systemId, idea);
      ctx.journal(notedIdea(experiment.title), { experimentId: experiment.id });
      return { experimentId: experiment.id };
    }),

  edit: changeExperiment
    .meta({ may: "editExperiment" })
    .input(editInput)
    .mutation(async ({ ctx, input: idea }) => {
      await editExperiment(ctx.db, ctx.experiment, ctx.person.id, idea);
      ctx.journal(sentence`changed the words of the experiment: ${idea.title}`);
      return { experimentId: ctx.experiment.id };
    }),

  share: changeExperiment.meta({ may: "shareExperiment" }).mutation(async ({ ctx }) => {
    if (ctx.experiment.shared) refuse("The whole system can see it already.");
    await shareExperiment(ctx.db, ctx.experiment.id);
    ctx.journal(showedIdea);
    return {};
  }),

  addTeamMember: changeExperiment
    .meta({ may: "changeTeam" })
    .input(addTeamMemberInput)
    .mutation(async ({ ctx, input }) => {
      const name = await addTeamMember(ctx.db, ctx.experiment, input);
      ctx.journal(addedToTeam(name), { details: { personId: input.personId } });
      return {};
    }),

  endTeamMembership: changeExperiment
    .meta({ may: "changeTeam" })
    .input(endTeamMembershipInput)
    .mutation(async ({ ctx, input }) => {
      const name = await endTeamMembership(ctx.db, ctx.experiment, input.personId);
      ctx.journal(tookOffTeam(name), { details: { personId: input.personId } });
      return {};
    }),

  start: changeExperiment.meta({ may: "start" }).mutation(async ({ ctx }) => {
    const { db, experiment, person } = ctx;
    if (experiment.stage === "paused") refuse("It is paused. Let it go on instead.");
    // On terms that changed and were agreed to again, or after its permission ended, it goes on by a start too (rule I2)
    const turn = experiment.facts.lastTurn === null ? "started" : "resumed";
    const words = await beginRunning(db, experiment, person.id, { turn }, { cannot: "It cannot start yet." });
    if (!experiment.shared) await shareExperiment(db, experiment.id);
    ctx.journal(turn === "started" ? startedExperiment(words) : startedAgain(words));
    return {};
  }),

  /** Never blocked by validation. If already paused, a reason that only a leader may lift pauses again; another is only told. */
  pause: changeExperiment
    .meta({ may: "pause" })
    .input(pauseInput)
    .mutation(async ({ ctx, input: { pauseReason, reason } }) => {
      if (ctx.experiment.facts.lastTurn === null) refuse("It has not started yet, so there is nothing to pause.");
      const again = ctx.experiment.stage === "paused";
      const turn = { turn: "paused" as const, pauseReason, reason: reason.trim() === "" ? null : reason };
      if (!again || waitsForLeader([turn])) await recordTurn(ctx.db, ctx.experiment, ctx.person.id, turn);
      const act = again ? saidMoreWhilePaused : pausedExperiment;
      ctx.journal(act(pauseReason, reason), { news: { kind: "paused" } });
      return {};
    }),

  resume: changeExperiment
    .meta({ may: "resume" })
    .input(resumeInput)
    .mutation(async ({ ctx, input }) => {
      const { db, experiment, person } = ctx;
      const { lastTurn } = experiment.facts;
      if (experiment.stage === "running" || lastTurn === null) refuse("It is not paused.");
      const pauses = await listPauses(db, experiment.id);
      if (waitsForLeader(pauses)) {
        const who = whoLetsItGoOn(pauses, await listCarriers(db, experiment));
        refuse(`${staysPausedUntil(who)} Say what you did, and the leaders read it.`);
      }
      for (const block of await listKeptPaused(db, experiment.id)) {
        refuse(`${keepsItPaused(block)}: ${block.reason}`);
      }
      const turn = { turn: "resumed" as const, reason: input.reason };
      const words = await beginRunning(db, experiment, person.id, turn, { cannot: "It cannot go on yet." });
      ctx.journal(resumedExperiment(input.reason, words), { news: { kind: "went on" } });
      return {};
    }),

  stop: changeExperiment
    .meta({ may: "stop" })
    .input(stopInput)
    .mutation(async ({ ctx, input }) => {
      await recordTurn(ctx.db, ctx.experiment, ctx.person.id, { turn: "stopped", reason: input.reason });
      ctx.journal(stoppedExperiment(input.reason), { news: { kind: "stopped" } });
      return {};
    }),

  conclude: changeExperiment
    .meta({ may: "conclude" })
    .input(concludeInput)
    .mutation(async ({ ctx, input: conclusion }) => {
      await concludeExperiment(ctx.db, ctx.experiment, ctx.person.id, conclusion);
      await recordTurn(ctx.db, ctx.experiment, ctx.person.id, { turn: "concluded" });
      ctx.journal(concludedExperiment(conclusion), { news: { kind: "concluded" } });
      return {};
    }),
});
