import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Transaction } from "@/db/client";
import { columnsOf } from "@/db/columns-of";
import { read } from "@/db/rows";
import { permissionAnswers, permissionWithdrawals } from "@/db/schema";
import { instant } from "@/db/shapes";
import type { ExperimentInReach } from "@/server/experiments/queries";
import type { Conditions } from "@/server/permissions/answering/conditions";
import type { AnswerInput } from "@/server/permissions/answering/input";

const answerRow = z.strictObject({
  ...columnsOf(permissionAnswers, ["id", "requestId", "organisationId", "answer", "inWords", "endsOn", "termsHash"]),
  tighterDips: z.array(z.strictObject({ dipId: z.uuid(), worstValue: z.number() })).nullable(),
  organisation: z.string(),
  acceptedAt: instant.nullable(),
  by: z.string(),
  job: z.string().nullable(),
  inPlaceOf: z.string().nullable(),
  at: instant,
});

/** Every answer to an experiment's requests, oldest first, questions included. */
export async function listAnswers(db: Db, experimentId: string) {
  return read(db, answerRow).rows(sql`
    select a.id, a.request_id as "requestId", a.organisation_id as "organisationId", o.name as organisation, a.answer,
      a.in_words as "inWords", a.ends_on::text as "endsOn", a.tighter_dips as "tighterDips", a.terms_hash as "termsHash",
      (select c.accepted_at::text from accepted_conditions c where c.answer_id = a.id) as "acceptedAt",
      name_then(p.id, p.name, a.answered_at) as by, job_then(p.id, p.job, a.answered_at) as job,
      (select name_then(l.id, l.name, a.answered_at) from people l where l.id = a.in_place_of) as "inPlaceOf",
      a.answered_at::text as at
    from permission_answers a join permission_requests r on r.id = a.request_id
    join organisations o on o.id = a.organisation_id join people p on p.id = a.answered_by
    where r.experiment_id = ${experimentId}::uuid order by a.answered_at, a.id`);
}

type NewAnswer = {
  organisationId: string;
  inPlaceOf: string | null;
  input: Pick<AnswerInput, "answer" | "inWords" | "termsHash" | "requestId"> & Conditions;
};

export async function answerRequest(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  answer: NewAnswer,
) {
  await tx.insert(permissionAnswers).values({
    ...answer.input,
    systemId: experiment.systemId,
    organisationId: answer.organisationId,
    answeredBy: personId,
    inPlaceOf: answer.inPlaceOf,
    answeredAt: sql`leeway_now()`,
  });
}

export async function withdrawPermission(
  tx: Transaction,
  experiment: ExperimentInReach,
  personId: string,
  withdrawal: { requestId: string; organisationId: string | null; reason: string },
) {
  await tx
    .insert(permissionWithdrawals)
    .values({ ...withdrawal, systemId: experiment.systemId, withdrawnBy: personId });
}
