import { sql } from "drizzle-orm";
import { findCoverFacts } from "@/server/permissions/cover-queries";
import { type CoverFacts, covered } from "@/server/permissions/covered";
import { dayAfter } from "@/server/permissions/london";
import type { Side, Subject } from "./subjects";
import type { FilledWorld } from "./worlds";

const experiments = 1_000;
const days = 365;

/** Whether each of 1,000 experiments was covered on each day of a year; and reading what that is judged from. */
export async function coverSubjects(world: FilledWorld): Promise<Subject[]> {
  const ids = await listAsked(world);
  const facts: CoverFacts[] = [];
  for (const id of ids) facts.push(await findCoverFacts(world.db, id));
  const first = facts.flatMap(({ requests }) => requests.map(({ fromOn }) => fromOn)).toSorted()[0] ?? "2026-01-01";
  const year = Array.from({ length: days }, (_, count) => dayAfter(first, count));
  const alone = { connections: [1], before: async () => {} };
  const stored = { processId: process.pid, databaseId: world.serverPid };
  const memory = { processId: process.pid, databaseId: null };
  return [
    {
      ...{
        ...alone,
        what: `Covered? ${ids.length} experiments × ${days} days`,
        beside: "a pass over their rows for each day",
      },
      size: { times: 1, name: "in memory" },
      ours: repeated(memory, () => {
        for (const one of facts) {
          const organisations = new Set(one.requests.flatMap(({ carrierIds }) => carrierIds));
          for (const organisation of organisations) for (const day of year) covered(one, organisation, day);
        }
      }),
      bare: repeated(memory, () => {
        for (const one of facts) for (const day of year) rowsBefore(one, day);
      }),
    },
    {
      ...{ ...alone, what: "Read what covers 100 experiments", beside: "every row of those tables, once" },
      size: world.size,
      ours: repeated(stored, async () => {
        for (const id of ids.slice(0, 100)) await findCoverFacts(world.db, id);
      }),
      bare: repeated(stored, async () => {
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
  "experiment_words",
];

async function listAsked({ db }: FilledWorld): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select distinct experiment_id as id from permission_requests order by 1 limit ${experiments}`,
  );
  return rows.map(({ id }) => id);
}

/** The least that an answer about a day has to look at: each row once. */
function rowsBefore({ requests, answers, withdrawals, uses, words }: CoverFacts, day: string): number {
  let count = 0;
  for (const one of requests) if (one.fromOn <= day) count++;
  for (const one of [...answers, ...withdrawals, ...uses]) if (one.at <= day) count++;
  for (const one of words) if (one.sinceAt <= day) count++;
  return count;
}

/** Does it again and again for as long as it is given, one after the other. */
function repeated(whose: Pick<Side, "processId" | "databaseId">, work: () => void | Promise<void>): Side {
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
