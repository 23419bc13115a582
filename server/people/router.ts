import { disconnectAccount } from "@/server/auth/accounts";
import { deviceKey } from "@/server/auth/device-key";
import { idleHours } from "@/server/auth/limits";
import { findProvider } from "@/server/auth/provider";
import { endOwnSession, listSessions } from "@/server/auth/session";
import { appendToJournal } from "@/server/journal/queries";
import { onInstallation, onOwnAccount, router } from "@/server/trpc";
import { editProfile, findAccount, listSystemsOf } from "./account-queries";
import { deviceKeyInput, editProfileInput, endSessionInput } from "./input";
import { renamedOneself } from "./journal-sentences";

/** The signed-in person's own account. */
export const peopleRouter = router({
  account: onInstallation.query(({ ctx }) => findAccount(ctx.db, ctx.person.id)),
  sessions: onInstallation.query(({ ctx }) => listSessions(ctx.db, ctx.person.id)),
  /** The key that encrypts this device's unsent results, and how long the device may keep it. */
  deviceKey: onInstallation.input(deviceKeyInput).query(({ ctx: { person }, input }) => ({
    key: deviceKey(person.id, input.deviceId),
    secondsLeft: person.secondsLeft ?? idleHours * 3_600,
  })),
  editProfile: onOwnAccount
    .meta({ may: "editOwnProfile" })
    .input(editProfileInput)
    .mutation(async ({ ctx: { db, person }, input }) => {
      const before = await editProfile(db, person.id, input);
      const acts = renamedOneself(before, { name: input.name, job: input.job ?? null });
      if (acts.length === 0) return;
      const details = { renamed: person.id, was: before };
      const entry = { experimentId: null, personId: person.id, details };
      for (const systemId of await listSystemsOf(db, person.id)) {
        await appendToJournal(
          db,
          systemId,
          acts.map((act) => ({ ...entry, systemId, act })),
        );
      }
    }),
  endSession: onOwnAccount
    .meta({ may: "endOwnSession" })
    .input(endSessionInput)
    .mutation(({ ctx, input }) => endOwnSession(ctx.db, ctx.person.id, input.sessionId)),
  disconnectAccount: onOwnAccount.meta({ may: "disconnectOwnAccount" }).mutation(async ({ ctx }) => {
    const provider = findProvider();
    if (provider) await disconnectAccount(ctx.db, ctx.person.id, provider.issuer);
  }),
});
