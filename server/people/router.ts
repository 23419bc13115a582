import { disconnectAccount } from "@/server/auth/accounts";
import { findProvider } from "@/server/auth/provider";
import { endOwnSession, listSessions } from "@/server/auth/session";
import { onInstallation, onOwnAccount, router } from "@/server/trpc";
import { editProfile, findAccount } from "./account-queries";
import { editProfileInput, endSessionInput } from "./input";

/** One's own account; nobody else's can be reached from here. */
export const peopleRouter = router({
  account: onInstallation.query(({ ctx }) => findAccount(ctx.db, ctx.person.id)),
  sessions: onInstallation.query(({ ctx }) => listSessions(ctx.db, ctx.person.id)),
  editProfile: onOwnAccount
    .meta({ may: "editOwnProfile" })
    .input(editProfileInput)
    .mutation(({ ctx, input }) => editProfile(ctx.db, ctx.person.id, input)),
  endSession: onOwnAccount
    .meta({ may: "endOwnSession" })
    .input(endSessionInput)
    .mutation(({ ctx, input }) => endOwnSession(ctx.db, ctx.person.id, input.sessionId)),
  disconnectAccount: onOwnAccount.meta({ may: "disconnectOwnAccount" }).mutation(async ({ ctx }) => {
    const provider = findProvider();
    if (provider) await disconnectAccount(ctx.db, ctx.person.id, provider.issuer);
  }),
});
