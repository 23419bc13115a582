import type { connect } from "@/db/client";
import { asOwner } from "@/db/tenant-transaction";
import { addDays, londonDay, londonInstant } from "@/server/days";
import { deleteOldUploads, liftTimeouts } from "@/server/imports/queries";
import type { JobKind } from "@/server/jobs/job";
import { clearOldPayloads, enqueue } from "@/server/jobs/queries";
import { morningOf, nextDaytime } from "@/server/mail/daytime";
import { findNow } from "@/server/mail/delivery-queries";
import { insertDueReminders, listLongWaiting } from "@/server/permissions/asking/renewal-reminder-queries";
import { handOverFromClosed } from "@/server/permissions/handover/hand-over";
import { enqueueUnansweredLetters } from "@/server/permissions/handover/unanswered-letter";

type Database = ReturnType<typeof connect>;
const dailyTasksOn = (day: string, runAt: Date) => ({
  kind: "every day",
  key: `every day ${day}`,
  payload: { day },
  runAt: runAt.toISOString(),
});

const verifyingOn = (day: string) => ({
  kind: "verify the facts",
  key: `verify the facts ${day}`,
  payload: { day },
  runAt: londonInstant(day, "03:00").toISOString(),
});

/** Enqueues today's tasks when a server starts: once a day, however many servers start. They enqueue the next day's. */
export async function enqueueDailyTasks(database: Database): Promise<void> {
  const now = await findNow(database);
  await enqueue(database, dailyTasksOn(londonDay(now), nextDaytime(now)));
}

/**
 * Daily: what closed organisations carried passes on, reminders of permissions that end, requests that wait too long, deletion of
 * old uploads and payloads; and tonight's check of the facts.
 */
export const dailyTasks: JobKind = ({ database }) => runDailyTasks(database);

export async function runDailyTasks(database: Database, at?: string): Promise<void> {
  await handOverFromClosed(database, at);
  await asOwner(
    database,
    "",
    async (tx) => {
      await liftTimeouts(tx);
      await insertDueReminders(tx);
      for (const { requestId, organisationId } of await listLongWaiting(tx)) {
        const key = `news waiting ${requestId} ${organisationId}`;
        await enqueue(tx, { kind: "news", key, payload: { waitingRequestId: requestId, organisationId } });
      }
      await enqueueUnansweredLetters(tx);
      await deleteOldUploads(tx);
      await clearOldPayloads(tx);
      const tomorrow = addDays(londonDay(await findNow(tx)), 1);
      await enqueue(tx, dailyTasksOn(tomorrow, morningOf(tomorrow)));
      await enqueue(tx, verifyingOn(tomorrow));
    },
    { at },
  );
}
