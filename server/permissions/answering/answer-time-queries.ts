import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { keptToday, notEnded } from "@/server/experiments/queries";

/** With fewer answers no median is given: it could identify one person. */
const minAnswers = 5;

const answerTimeRow = z.strictObject({
  answered: z.number(),
  medianDays: z.number().nullable(),
  waiting: z.number(),
  longestWaiting: z.number().nullable(),
  ownWord: z.number(),
  mine: z.number(),
  myMedianDays: z.number().nullable(),
});

/** How fast leaders answer in a system, and the person's own answers; nothing about teams. */
export async function findAnswerTimes(db: Db, systemId: string, personIds: string[]) {
  const row = await read(db, answerTimeRow).row(sql`
    with decided as (
      select distinct on (a.request_id, a.organisation_id) a.answered_by, a.in_place_of,
        (a.answered_at at time zone 'Europe/London')::date - (r.requested_at at time zone 'Europe/London')::date as days
      from permission_answers a join permission_requests r on r.id = a.request_id
      where r.system_id = ${systemId}::uuid and a.answer <> 'question' order by a.request_id, a.organisation_id, a.answered_at
    ), open as (
      select london_today() - (r.requested_at at time zone 'Europe/London')::date as days
      from experiment_stages k join permission_requests r on r.id = k.request_id
      cross join unnest(k.carrier_ids) c (organisation_id)
      where k.system_id = ${systemId}::uuid and ${keptToday} and ${notEnded} and k.request_until >= london_today()
        and not exists (select 1 from permission_answers a where a.request_id = r.id
          and a.organisation_id = c.organisation_id and a.answer <> 'question')
        and not exists (select 1 from permission_withdrawals w where w.request_id = r.id
          and w.organisation_id = c.organisation_id)
    ), me as (
      select days from decided where coalesce(in_place_of, answered_by) = any (${sql.param(personIds)}::uuid[])
    )
    select (select count(*)::int from decided) as answered,
      (select percentile_cont(0.5) within group (order by days) from decided)::float8 as "medianDays",
      (select count(*)::int from open) as waiting, (select max(days) from open) as "longestWaiting",
      (select count(distinct u.experiment_id)::int from standing_uses u where u.system_id = ${systemId}::uuid) as "ownWord",
      (select count(*)::int from me) as mine,
      (select percentile_cont(0.5) within group (order by days) from me)::float8 as "myMedianDays"`);
  const {
    answered = 0,
    medianDays = null,
    waiting = 0,
    longestWaiting = null,
    ownWord = 0,
    mine = 0,
    myMedianDays = null,
  } = row ?? {};
  return {
    system: { answered, medianDays: answered >= minAnswers ? medianDays : null, waiting, longestWaiting },
    /** Experiments started under a standing permission. */
    ownWord,
    /** The person's own answers. */
    mine: mine >= minAnswers ? { answered: mine, medianDays: myMedianDays } : null,
  };
}
