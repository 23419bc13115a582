import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { reminderDays } from "@/db/vocabulary";
import { keptToday, notEnded } from "@/server/experiments/queries";
import { enqueue } from "@/server/jobs/queries";

const newReminderRow = z.strictObject({ reminderId: z.uuid() });

/**
 * Creates the reminders that are due: 14, 7 and 1 days before a permission ends, once each, which the table's key ensures.
 * A missed one is made up for until the next is due. None for a permission that has ended, was renewed, or was given for
 * too short a time.
 */
export async function insertDueReminders(db: Db): Promise<void> {
  const rows = await read(db, newReminderRow).rows(sql`
    insert into reminders (id, system_id, experiment_id, organisation_id, grant_id, ends_on, days_before)
    select gen_random_uuid(), g.system_id, g.experiment_id, g.organisation_id, coalesce(g.answer_id, g.use_id), g.ends_on, due.days
    from permission_grants g
    cross join lateral (select min(d) as days from unnest(${sql.param([...reminderDays])}::int[]) d
      where london_today() >= g.ends_on - d and (g.answered_at at time zone 'Europe/London')::date < g.ends_on - d) due
    where g.same_terms and g.ends_on >= london_today() and due.days is not null
      and not exists (select 1 from experiment_turns t where t.experiment_id = g.experiment_id and t.turn in ('stopped', 'concluded'))
      and not exists (select 1 from permission_grants later where later.experiment_id = g.experiment_id
        and later.organisation_id = g.organisation_id and later.same_terms
        and later.ends_on > g.ends_on and later.from_on <= g.ends_on + 1)
      and not exists (select 1 from reminders r where r.grant_id = coalesce(g.answer_id, g.use_id) and r.days_before <= due.days)
    on conflict do nothing returning id as "reminderId"`);
  for (const { reminderId } of rows) {
    await enqueue(db, { kind: "news", key: `news ends ${reminderId}`, payload: { reminderId } });
  }
}

const longWaitingRow = z.strictObject({ requestId: z.uuid(), organisationId: z.uuid() });

/** Requests waiting longer than their system's limit, per organisation that has not answered. */
export async function listLongWaiting(db: Db) {
  return read(db, longWaitingRow).rows(sql`
    select r.id as "requestId", c.organisation_id as "organisationId"
    from experiment_stages k join permission_requests r on r.id = k.request_id join systems s on s.id = r.system_id
    cross join unnest(k.carrier_ids) c (organisation_id)
    where ${keptToday} and ${notEnded} and k.request_until >= london_today()
      and london_today() - (r.requested_at at time zone 'Europe/London')::date > s.answer_within_days
      and not exists (select 1 from permission_answers a where a.request_id = r.id
        and a.organisation_id = c.organisation_id and a.answer <> 'question')
      and not exists (select 1 from permission_withdrawals w where w.request_id = r.id
        and w.organisation_id = c.organisation_id)`);
}
