import { sql } from "drizzle-orm";
import { addDays } from "@/server/days";
import { type CoverFacts, noCoverFacts } from "@/server/permissions/coverage/cover-facts";
import { findCoverFacts } from "@/server/permissions/coverage/queries";
import { coveredStretches, coverOn } from "@/server/permissions/coverage/stretches";
import type { Side, Subject } from "./subjects";
import type { FilledWorld } from "./worlds";

const experiments = 1_000;
const days = 365;

/** Whether each of 1,000 experiments was covered on each day of a year, and reading the facts for it. */
export async function coverSubjects(world: FilledWorld): Promise<Subject[]> {
  const ids = await listExperimentIds(world);
  const demoFacts: CoverFacts[] = [];
  for (const id of ids) demoFacts.push(await findCoverFacts(world.db, id));
  const facts = Array.from({ length: experiments }, (_, at) =>
    structuredClone(demoFacts[at % demoFacts.length] ?? noCoverFacts),
  );
  const first = facts.flatMap(({ requests }) => requests.map(({ fromOn }) => fromOn)).toSorted()[0] ?? "2026-01-01";
  const year = Array.from({ length: days }, (_, count) => addDays(first, count));
  const what = `Covered? ${facts.length.toLocaleString("en-GB")} experiments × ${days} days`;
  const alone = { connections: [1], before: async () => {} };
  const stored = { processId: process.pid, databaseId: world.serverPid };
  const memory = { processId: process.pid, databaseId: null };
  return [
    {
      ...{ ...alone, what, beside: "a pass over their rows for each day" },
      size: { times: 1, name: "in memory" },
      ours: repeatUntil(memory, () => countCoveredDays(facts, year)),
      bare: repeatUntil(memory, () => year.reduce((sum, day) => sum + countRowsBefore(facts, day), 0)),
    },
    {
      ...{ ...alone, what, beside: "one pass over their rows in all" },
      size: { times: 1, name: "in memory" },
      ours: repeatUntil(memory, () => countCoveredDays(facts, year)),
      bare: repeatUntil(memory, () => countRowsBefore(facts, first)),
    },
    {
      ...{ ...alone, what: "Read what covers 100 experiments", beside: "every row of those tables, once" },
      size: world.size,
      ours: repeatUntil(stored, async () => {
        for (const id of ids.slice(0, 100)) await findCoverFacts(world.db, id);
      }),
      bare: repeatUntil(stored, async () => {
        for (const table of tables) await world.db.execute(sql`select * from ${sql.identifier(table)}`);
      }),
    },
  ];
}

const tables = [
  "permission_requests",
  "permission_answers",
  "permission_withdrawals",
  "standing_uses",
  "terms_versions",
];

async function listExperimentIds({ db }: FilledWorld): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select distinct experiment_id as id from permission_requests order by 1 limit ${experiments}`,
  );
  return rows.map(({ id }) => id);
}

/** The number of covered days, summed over the organisations that carry something. */
function countCoveredDays(facts: readonly CoverFacts[], year: readonly string[]): number {
  let count = 0;
  for (const one of facts) {
    for (const organisation of new Set(one.requests.flatMap(({ carrierIds }) => carrierIds))) {
      const stretches = coveredStretches(one, organisation);
      for (const day of year) if (coverOn(stretches, day)) count++;
    }
  }
  return count;
}

/** The baseline: looks at each row once. */
function countRowsBefore(facts: readonly CoverFacts[], day: string): number {
  let count = 0;
  for (const { requests, answers, withdrawals, uses, standingWithdrawals, words } of facts) {
    for (const one of requests) if (one.fromOn <= day) count++;
    for (const one of answers) if (one.at <= day) count++;
    for (const one of withdrawals) if (one.at <= day) count++;
    for (const one of uses) if (one.at <= day) count++;
    for (const one of standingWithdrawals) if (one.at <= day) count++;
    for (const one of words) if (one.sinceAt <= day) count++;
  }
  return count;
}

/** Repeats the work, one run after the other, until the time is up. */
function repeatUntil(whose: Pick<Side, "processId" | "databaseId">, work: () => unknown): Side {
  return {
    ...whose,
    run: async ({ milliseconds }) => {
      const until = performance.now() + milliseconds;
      const took: number[] = [];
      do {
        const began = performance.now();
        await work();
        took.push(performance.now() - began);
      } while (performance.now() < until);
      return took;
    },
  };
}
