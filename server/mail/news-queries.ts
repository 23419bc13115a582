import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { day } from "@/db/shapes";
import { type Involved, listInvolved, nobodyInvolved } from "@/server/experiments/involved-queries";
import { keptToday } from "@/server/experiments/queries";
import { daysLeftInWords, listInWords, pluralise, untilEndOf } from "@/server/format";
import { type About, abouts, type LetterFacts, letterKind, type Reader } from "@/server/mail/letter";
import { listCarriers } from "@/server/permissions/coverage/carrier-queries";
import { fromLeeway } from "@/server/typed-words";

/** What an e-mail is about: a journal entry, a reminder, or a request that waits for an answer. */
export type NewsSource =
  | { systemId: string; sequence: number }
  | { reminderId: string }
  | { waitingRequestId: string; organisationId: string };

export type News = LetterFacts & {
  /** Who did it; they get no e-mail. */
  by: string | null;
  /** The organisations whose leaders get it; null for all carriers. */
  organisationIds: string[] | null;
  /** The question to a board, if it is about one. */
  reviewId?: string | null;
  ended: boolean;
};

const experimentOf = sql`e.id as "experimentId", e.title, exists (select 1 from experiment_turns t
  where t.experiment_id = e.id and t.turn in ('stopped', 'concluded')) as ended`;

const experimentShape = z.strictObject({ experimentId: z.uuid(), title: z.string(), ended: z.boolean() });

/** The current content of an e-mail; null when it no longer applies. */
export async function findNews(db: Db, source: NewsSource): Promise<News | null> {
  if ("sequence" in source) return findEntry(db, source);
  return "reminderId" in source ? findReminder(db, source.reminderId) : findWaiting(db, source);
}

const entryRow = experimentShape.extend({
  about: z.enum(abouts),
  subject: z.string(),
  parts: z.array(z.union([z.string(), z.strictObject({ typed: z.string() })])),
  by: z.uuid().nullable(),
  reviewId: z.uuid().nullable(),
  organisationId: z.uuid().nullable(),
});

async function findEntry(db: Db, { systemId, sequence }: { systemId: string; sequence: number }): Promise<News | null> {
  const row = await read(db, entryRow).row(sql`
    select n.kind as about, ${experimentOf}, coalesce(p.name, 'Leeway') as subject, j.parts, j.person_id as by,
      n.review_id as "reviewId", n.organisation_id as "organisationId"
    from news n join journal j on j.system_id = n.system_id and j.sequence = n.sequence
    join experiments e on e.id = j.experiment_id left join people p on p.id = j.person_id
    where n.system_id = ${systemId}::uuid and n.sequence = ${sequence}`);
  if (!row) return null;
  const { organisationId, subject, parts, ...entry } = row;
  return {
    ...entry,
    sentence: [`${subject} `, ...parts],
    organisationIds: organisationId === null ? null : [organisationId],
  };
}

const reminderRow = experimentShape.extend({
  organisation: z.string(),
  organisationId: z.uuid(),
  endsOn: day,
  daysLeft: z.number(),
});

/** Null when the permission has ended, or was renewed or withdrawn since. */
async function findReminder(db: Db, reminderId: string): Promise<News | null> {
  const row = await read(db, reminderRow).row(sql`
    select ${experimentOf}, o.name as organisation, r.organisation_id as "organisationId", r.ends_on::text as "endsOn",
      r.ends_on - london_today() as "daysLeft"
    from reminders r join experiments e on e.id = r.experiment_id join organisations o on o.id = r.organisation_id
    where r.id = ${reminderId}::uuid and r.ends_on >= london_today()
      and exists (select 1 from permission_grants g where coalesce(g.answer_id, g.use_id) = r.grant_id)`);
  if (!row || row.ended) return null;
  const { organisation, endsOn, daysLeft, organisationId, ...rest } = row;
  const sentence = `The permission of ${organisation} holds ${untilEndOf(endsOn)}: ${daysLeftInWords(daysLeft)}.`;
  return { ...rest, about: "ends", by: null, organisationIds: [organisationId], sentence: fromLeeway(sentence) };
}

const waitingRow = experimentShape.extend({ days: z.number() });
type Waiting = { waitingRequestId: string; organisationId: string };

/** A request that one organisation has not answered: who has it, and who else may answer. */
async function findWaiting(db: Db, { waitingRequestId, organisationId }: Waiting): Promise<News | null> {
  const row = await read(db, waitingRow).row(sql`
    select ${experimentOf}, london_today() - (r.requested_at at time zone 'Europe/London')::date as days
    from permission_requests r join experiment_stages k on k.experiment_id = r.experiment_id and k.request_id = r.id
      and ${keptToday} and k.request_until >= london_today()
    join experiments e on e.id = r.experiment_id where r.id = ${waitingRequestId}::uuid`);
  if (!row || row.ended) return null;
  const { days, ...rest } = row;
  const carriers = await listCarriers(db, await findInvolved(db, rest.experimentId));
  const carrier = carriers.find((candidate) => candidate.organisationId === organisationId && candidate.asked);
  if (!carrier) return null;
  const [first, ...others] = carrier.leaders.map((leader) => leader.name);
  const next =
    others.length > 0 ? `${listInWords(others)} can answer for it too.` : "Nobody else can answer for it yet.";
  const sentence = `It has waited ${pluralise(days, "day")} with ${first ?? carrier.organisation}. ${next}`;
  return { ...rest, about: "waiting", by: null, organisationIds: [organisationId], sentence: fromLeeway(sentence) };
}

/** The people involved in an experiment; empty when it is gone. */
async function findInvolved(db: Db, id: string): Promise<Involved> {
  const [involved] = await listInvolved(db, [id]);
  return involved ?? nobodyInvolved(id);
}

/** Everyone whose yes an experiment had: who answered, in whose place, who answered for a board, who allowed it without asking. */
const saidYesTo = (experimentId: string) => sql`
  select unnest(array_remove(array[a.answered_by, a.in_place_of], null)) from permission_answers a
    join permission_requests r on r.id = a.request_id
    where r.experiment_id = ${experimentId}::uuid and a.answer like 'yes%'
  union select a.answered_by from review_answers a join board_reviews v on v.id = a.review_id
    where v.experiment_id = ${experimentId}::uuid and a.answer in ('go on', 'spread')
  union select s.given_by from standing_uses u join standing_permissions s on s.id = u.standing_id
    where u.experiment_id = ${experimentId}::uuid`;

const emailRow = z.strictObject({ personId: z.uuid(), email: z.string(), saidYes: z.boolean() });

/** Who gets it now: each once, without those who left the team or the system, are suspended or did it themselves. */
export async function listReaders(db: Db, news: News): Promise<Reader[]> {
  const { about, experimentId, by, organisationIds, reviewId } = news;
  if (letterKind(about).for === "board") return reviewId ? listBoardReaders(db, reviewId, by) : [];
  const involved = await findInvolved(db, experimentId);
  const audience = letterKind(about).for;
  const ofIt = sql`(select e.system_id from experiments e where e.id = ${experimentId}::uuid)`;
  const emails = await read(db, emailRow).rows(sql`
    select id as "personId", email, said.yes as "saidYes"
    from (
      select unnest(${sql.param(involved.teamIds)}::uuid[]) as id
      union select a.person_id from answering_people a where a.system_id = ${ofIt}
      union select id from (${saidYesTo(experimentId)}) y (id) where ${audience === "everyone"}
    ) candidate join people p using (id)
    cross join lateral (select ${audience === "everyone"} and id in (${saidYesTo(experimentId)}) as yes) said
    where p.suspended_at is null and p.email is not null and ${ofIt} = any (systems_of(id))`);
  const emailOf = new Map(emails.map(({ personId, email }) => [personId, email]));
  const readers = new Map<string, Reader>();
  const add = (personId: string, because: string) => {
    const email = emailOf.get(personId);
    if (email && personId !== by && !readers.has(personId)) readers.set(personId, { personId, email, because });
  };
  if (audience !== "leaders") for (const personId of involved.teamIds) add(personId, "you are on its team");
  if (audience === "team") return [...readers.values()];
  // A request goes to leaders who may answer it, a stop to everyone who answers for a carrier: any of them may take back
  const mustAnswer = letterKind(about).for === "leaders";
  for (const carrier of await listCarriers(db, mustAnswer ? involved : nobodyInvolved(experimentId))) {
    if (organisationIds && !organisationIds.includes(carrier.organisationId)) continue;
    if (about === ("asked" satisfies About) && !carrier.asked) continue;
    for (const leader of carrier.leaders) add(leader.id, `you answer for ${carrier.organisation}`);
  }
  for (const { personId, saidYes } of emails) if (saidYes) add(personId, "you said yes to it");
  return [...readers.values()];
}

const readerRow = z.strictObject({ personId: z.uuid(), email: z.string(), because: z.string() });

/** Who may answer for a board, until it has answered: no observers, nobody involved. */
async function listBoardReaders(db: Db, reviewId: string, by: string | null): Promise<Reader[]> {
  return read(db, readerRow).rows(sql`
    select distinct p.id as "personId", p.email, 'you sit on the ' || b.name as because
    from board_reviews r join boards b on b.id = r.board_id
    join board_seats s on s.board_id = b.id and s.role <> 'observer' and is_current(s.from_on, s.ends_on)
    join people p on p.id = s.person_id and p.suspended_at is null and p.email is not null
    where r.id = ${reviewId}::uuid and p.id is distinct from ${by}::uuid
      and not exists (select 1 from review_answers a where a.review_id = r.id)
      and coalesce(p.same_person_as, p.id) not in (select people_involved(r.experiment_id))`);
}
