import { z } from "zod";
import { NotFound, refuse } from "@/server/errors";
import { changeInSystem } from "@/server/organisations/procedure";
import { confirmFloor, findProposer } from "@/server/standing/confirm-queries";
import { standingInWords } from "@/server/standing/in-words";
import { enqueueStandingLetters } from "@/server/standing/letters";
import { listStanding, lockStanding } from "@/server/standing/queries";
import { whyNotConfirm } from "@/server/standing/why-not-confirm";
import { sentence } from "@/server/typed-words";

/** The second person's yes to a system's floor (rule I10). */
export const confirmProcedure = {
  confirm: changeInSystem
    .meta({ may: "confirmFloor" })
    .input(z.object({ standingId: z.uuid() }))
    .mutation(async ({ ctx: { db, who, systemId, journal }, input: { standingId } }) => {
      await lockStanding(db, standingId);
      const floor = (await listStanding(db, systemId)).find((one) => one.id === standingId);
      if (!floor) throw new NotFound();
      const reason = whyNotConfirm(who, floor, await findProposer(db, standingId, who.id));
      if (reason) refuse(reason);
      await confirmFloor(db, { systemId, standingId }, who.id);
      await enqueueStandingLetters(db, { about: "allowed", systemId, standingId });
      journal(sentence`confirmed what may start without asking (${standingInWords(floor)})`, {
        details: { standingId },
      });
      return {};
    }),
};
