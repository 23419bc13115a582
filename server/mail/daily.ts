import type { connect } from "@/db/client";
import { asOwner } from "@/db/door";
import { forgetOldUploads } from "@/server/imports/queries";
import type { Kind } from "@/server/jobs/kinds";
import { askFor, forgetWhatWasSaid } from "@/server/jobs/queries";
import { findNow } from "@/server/mail/news-queries";
import { morningOf, wakingMoment } from "@/server/mail/waking";
import { dayAfter } from "@/server/permissions/london";
import { listLongWaiting, remindEveryone } from "@/server/permissions/reminder-queries";
import { londonDay } from "@/server/words";

type Database = ReturnType<typeof connect>;
const onDay = (day: string, runAt: Date) => ({
  kind: "every day",
  key: `every day ${day}`,
  payload: { day },
  runAt: runAt.toISOString(),
});

/** Asks for today's round when a server starts: each day is kept once, however many servers start, and asks for the next. */
export async function askForToday(database: Database): Promise<void> {
  const now = await findNow(database);
  await askFor(database, onDay(londonDay(now), wakingMoment(now)));
}

/** What no change sets off: a permission comes near its end, a request waits long, a spreadsheet or an old letter was left lying. */
export const everyDay: Kind = ({ database }) => goRound(database);

export async function goRound(database: Database, at?: string): Promise<void> {
  await asOwner(
    database,
    "",
    async (tx) => {
      await remindEveryone(tx);
      for (const { requestId, organisationId } of await listLongWaiting(tx)) {
        const key = `news waiting ${requestId} ${organisationId}`;
        await askFor(tx, { kind: "news", key, payload: { waitingRequestId: requestId, organisationId } });
      }
      await forgetOldUploads(tx);
      await forgetWhatWasSaid(tx);
      const tomorrow = dayAfter(londonDay(await findNow(tx)), 1);
      await askFor(tx, onDay(tomorrow, morningOf(tomorrow)));
    },
    { at },
  );
}
