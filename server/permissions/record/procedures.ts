import { z } from "zod";
import { findWho } from "@/server/people/queries";
import { listRecordFigures } from "@/server/permissions/record/figure-queries";
import { findRecordFacts, listKeptRecords, openRecord } from "@/server/permissions/record/queries";
import { signedIn } from "@/server/trpc";

export const recordProcedures = {
  /** All that was agreed at one time and what became of it: for whoever may see the experiment, and whoever took part, also after leaving. */
  record: signedIn
    .input(z.object({ permissionId: z.uuid("We could not find that record.") }))
    .query(async ({ ctx: { db, person }, input: { permissionId } }) => {
      const who = await findWho(db, person.id);
      const opensExperiment = await openRecord(db, who, permissionId);
      const facts = await findRecordFacts(db, permissionId);
      return { ...facts, figures: await listRecordFigures(db, facts), opensExperiment };
    }),

  /** The records that the signed-in person took part in and may take with them. */
  myRecords: signedIn.query(({ ctx: { db, person } }) => listKeptRecords(db, person.id)),
};
