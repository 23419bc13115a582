import { asc, eq, sql } from "drizzle-orm";
import type { Db, Transaction } from "@/db/client";
import { organisations, people, permissionAnswers, permissionRequests, permissionWithdrawals } from "@/db/schema";
import type { ExperimentInReach } from "@/server/experiments/queries";
import type { Conditions } from "@/server/permissions/answering/conditions";
import type { AnswerInput } from "@/server/permissions/answering/input";

/** Every answer to an experiment's requests, oldest first, questions included. */
export async function listAnswers(db: Db, experimentId: string) {
  return db
    .select({
      id: permissionAnswers.id,
      requestId: permissionAnswers.requestId,
      organisationId: permissionAnswers.organisationId,
      organisation: organisations.name,
      answer: permissionAnswers.answer,
      inWords: permissionAnswers.inWords,
      endsOn: permissionAnswers.endsOn,
      tighterDips: permissionAnswers.tighterDips,
      acceptedAt: sql<
        string | null
      >`(select c.accepted_at::text from accepted_conditions c where c.answer_id = ${permissionAnswers.id})`,
      termsHash: permissionAnswers.termsHash,
      by: sql<string>`name_then(${people.id}, ${people.name}, ${permissionAnswers.answeredAt})`,
      job: sql<string | null>`job_then(${people.id}, ${people.job}, ${permissionAnswers.answeredAt})`,
      inPlaceOf: sql<
        string | null
      >`(select name_then(l.id, l.name, ${permissionAnswers.answeredAt}) from people l where l.id = ${permissionAnswers.inPlaceOf})`,
      at: permissionAnswers.answeredAt,
    })
    .from(permissionAnswers)
    .innerJoin(permissionRequests, eq(permissionRequests.id, permissionAnswers.requestId))
    .innerJoin(organisations, eq(organisations.id, permissionAnswers.organisationId))
    .innerJoin(people, eq(people.id, permissionAnswers.answeredBy))
    .where(eq(permissionRequests.experimentId, experimentId))
    .orderBy(asc(permissionAnswers.answeredAt), asc(permissionAnswers.id));
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
