import { z } from "zod";
import { findWho } from "@/server/people/queries";
import { listRecordFigures } from "@/server/permissions/record/figure-queries";
import { findRecordFacts, listOwnRecords, openRecord } from "@/server/permissions/record/queries";
import { signedIn } from "@/server/trpc";

export const recordProcedures = {
  /** A permission's record: for anyone who can see the experiment, and for anyone who took part, even after leaving. */
  record: signedIn
    .meta({ alone: true })
    .input(z.object({ permissionId: z.uuid("We could not find that record.") }))
    .query(async ({ ctx: { db, person }, input: { permissionId } }) => {
      const who = await findWho(db, person.id);
      const opensExperiment = await openRecord(db, who, permissionId);
      const facts = await findRecordFacts(db, permissionId);
      return { ...facts, figures: await listRecordFigures(db, facts), opensExperiment };
    }),

  /** Records of permissions that the signed-in person took part in. */
  myRecords: signedIn.query(({ ctx: { db, person } }) => listOwnRecords(db, person.id)),
};
