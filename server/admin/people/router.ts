import type { Transaction } from "@/db/client";
import { inParallel, together } from "@/db/together";
import { linkAddress, makeEmailToken } from "@/server/auth/email-link";
import { invitationDays } from "@/server/auth/limits";
import { errorInLog } from "@/server/error-in-log";
import { NotFound, Refusal } from "@/server/errors";
import { dayInWords } from "@/server/format";
import { listCandidacies } from "@/server/leaders/candidate-queries";
import { listOpenProposalsOf } from "@/server/leaders/queries";
import { whyNotDecide } from "@/server/leaders/why-not-decide";
import { whyNotPropose } from "@/server/leaders/why-not-propose";
import { sendMail } from "@/server/mail/send";
import { listAnsweredOnlyBy } from "@/server/permissions/handover/affected-queries";
import { router } from "@/server/trpc";
import { fromLeeway } from "@/server/typed-words";
import { nobodyAnswersInWords, thenUnanswered } from "../affected";
import { withOpens } from "../opens-queries";
import { changeSystem, inSystem } from "../procedure";
import {
  addMembershipInput,
  endMembershipInput,
  invitePersonInput,
  oneMembership,
  onePerson,
  peopleFilters,
} from "./input";
import { invitationMail } from "./invitation";
import { findWhoIsInvited } from "./invited";
import { leaderProcedures } from "./leader-procedures";
import { linkProcedures } from "./link-procedures";
import { findLinking, listOtherAccounts } from "./link-queries";
import { addMembership, endMembership } from "./membership-queries";
import { findPerson, findSuspending, liftSuspension, listPeople, suspendPerson } from "./queries";
import { whyNotRename } from "./rename";
import { rename } from "./rename-procedure";
import { whyNotSuspend } from "./suspend";
import { whyNotLink, whyNotUnlink } from "./why-not-link";

export const peopleRouter = router({
  list: inSystem.input(peopleFilters).query(({ ctx, input }) => listPeople(ctx.db, ctx.system.id, input)),
  find: inSystem.input(onePerson).query(async ({ ctx, input }) => {
    const { personId } = input;
    const asking = { administrator: ctx.administrator, by: ctx.person.id };
    const { person, suspending, alone, accounts, linking, proposals, candidacies } = await together(ctx.db, (one) =>
      inParallel({
        person: findPerson(one, ctx.system.id, personId),
        suspending: findSuspending(one, asking, personId),
        alone: listAnsweredOnlyBy(one, ctx.system.id, personId),
        accounts: listOtherAccounts(one, personId),
        linking: findLinking(one, asking, [personId]),
        proposals: listOpenProposalsOf(one, ctx.person.id, ctx.system.id, personId),
        candidacies: listCandidacies(one, ctx.system.id, personId),
      }),
    );
    const me = { id: ctx.person.id, isAdministrator: true };
    return {
      ...person,
      memberships: person.memberships.map((one) => {
        const candidate = candidacies.find(({ membershipId }) => membershipId === one.id);
        return {
          ...one,
          mayBeProposed: candidate ? whyNotPropose(candidate) === null : false,
          declined: candidate?.declined,
        };
      }),
      whyNotSuspend: whyNotSuspend(suspending),
      whyNotRename: whyNotRename(suspending),
      /** The organisations for which nobody would answer without them, and what they carry. */
      answersAlone: await withOpens(ctx.db, ctx.person.id, alone),
      /** Other accounts of the same person. */
      accounts,
      whyNotUnlink: whyNotUnlink(linking),
      whyNotLink: whyNotLink({ ...linking, linked: false }),
      /** That they answer for an organisation, which waits for a second person. */
      proposals: proposals.map((one) => ({
        ...one,
        whyNotConfirm: whyNotDecide(me, one, "confirmed"),
        whyNotDecline: whyNotDecide(me, one, "declined"),
      })),
    };
  }),
  invite: changeSystem
    .meta({ may: "invitePerson" })
    .input(invitePersonInput)
    .mutation(async ({ ctx, input }) => {
      const person = await findWhoIsInvited(ctx, input);
      const by = { systemId: ctx.system.id, personId: person.id, by: ctx.person.id };
      const organisation = await addMembership(ctx.db, by, input);
      ctx.journal(fromLeeway(`added ${person.name} to ${organisation}${proposedToo(input)}`));
      return { personId: person.id };
    }),
  sendInvitation: changeSystem
    .meta({ may: "invitePerson" })
    .input(onePerson)
    .mutation(async ({ ctx, input }) => {
      const { name, email } = await findPerson(ctx.db, ctx.system.id, input.personId);
      await sendInvitation(ctx.db, { to: email, name, by: ctx.person.name, system: ctx.system.name });
      ctx.journal(fromLeeway(`sent ${name} a link to sign in`));
    }),
  addMembership: changeSystem
    .meta({ may: "invitePerson" })
    .input(onePerson)
    .input(addMembershipInput)
    .mutation(async ({ ctx, input }) => {
      const { id, name } = await findPerson(ctx.db, ctx.system.id, input.personId);
      const by = { systemId: ctx.system.id, personId: id, by: ctx.person.id };
      const organisation = await addMembership(ctx.db, by, input);
      ctx.journal(fromLeeway(`added ${name} to ${organisation}${proposedToo(input)}`));
    }),
  ...linkProcedures,
  ...leaderProcedures,
  endMembership: changeSystem
    .meta({ may: "endMembership" })
    .input(oneMembership)
    .input(endMembershipInput)
    .mutation(async ({ ctx, input }) => {
      const { id, name } = await findPerson(ctx.db, ctx.system.id, input.personId);
      const alone = await listAnsweredOnlyBy(ctx.db, ctx.system.id, id);
      const held = await endMembership(ctx.db, ctx.system.id, input.membershipId, input.lastOn);
      if (held.personId !== id) throw new NotFound();
      const there = held.role === "leader" ? alone.filter((one) => one.organisation === held.organisation) : [];
      const ended = `ended the membership of ${name} at ${held.organisation} on ${dayInWords(input.lastOn)}`;
      ctx.journal(fromLeeway(`${ended}${thenUnanswered(there)}`));
    }),
  rename,
  suspend: changeSystem
    .meta({ may: "suspendPerson" })
    .input(onePerson)
    .mutation(async ({ ctx, input }) => {
      const { id, name } = await findPerson(ctx.db, ctx.system.id, input.personId);
      const suspending = await findSuspending(ctx.db, { administrator: ctx.administrator, by: ctx.person.id }, id);
      const whyNot = whyNotSuspend(suspending);
      if (whyNot) throw new Refusal([whyNot]);
      const alone = await listAnsweredOnlyBy(ctx.db, ctx.system.id, id);
      await suspendPerson(ctx.db, id);
      ctx.journal(fromLeeway(`suspended ${name}${nobodyAnswersInWords(alone)}`));
    }),
  liftSuspension: changeSystem
    .meta({ may: "suspendPerson" })
    .input(onePerson)
    .mutation(async ({ ctx, input }) => {
      const { id, name } = await findPerson(ctx.db, ctx.system.id, input.personId);
      const suspending = await findSuspending(ctx.db, { administrator: ctx.administrator, by: ctx.person.id }, id);
      const whyNot = whyNotSuspend(suspending);
      if (whyNot) throw new Refusal([whyNot]);
      await liftSuspension(ctx.db, id);
      ctx.journal(fromLeeway(`let ${name} sign in again`));
    }),
});

const proposedToo = ({ role }: { role: string }) => (role === "leader" ? ", and proposed that they answer for it" : "");

type Invitation = { to: string | null; name: string; by: string; system: string };

/** Sends an invitation. The transaction rolls back if the mail server refuses it, so the link is saved only if sent. */
async function sendInvitation(db: Transaction, { to, ...details }: Invitation): Promise<void> {
  const token = to && (await makeEmailToken(db, to, invitationDays * 24 * 60));
  if (!token) throw new Refusal(["They cannot sign in now, so no e-mail was sent."]);
  try {
    await sendMail(invitationMail({ ...details, to, address: linkAddress({ email: to, token, from: "/" }) }));
  } catch (error) {
    console.error(`An invitation could not be sent: ${errorInLog(error)}`);
    throw new Refusal(["The e-mail could not be sent: the mail server did not take it. Try again later."]);
  }
}
