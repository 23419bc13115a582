import pg from "pg";
import type { Statement } from "./record-statements";

type PlanNode = { "Node Type": string; "Relation Name"?: string; Plans?: PlanNode[] } & Record<string, unknown>;

/** Tables of systems that do not grow with use: what administrators arrange, and what leaders give for a whole system or organisation. */
const steady = new Set([
  ...[
    "answering_periods",
    "board_seats",
    "boards",
    "carrier_handovers",
    "deputies",
    "memberships",
    "system_organisations",
  ],
  ...["standing_confirmations", "standing_permissions", "standing_withdrawals"],
]);

/** Every table of systems but those, which grow with every experiment, act or result. */
export async function listGrowingTables(client: pg.ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relrowsecurity and relnamespace = 'public'::regnamespace`,
  );
  return new Set(rows.map(({ name }) => name).filter((name) => !steady.has(name)));
}

/**
 * Lets PostgreSQL plan as if tables that grow had so many times their rows. It has few rows of some kinds even in a large
 * world, and reads them whole whatever indexes there are. Only for a database that is thrown away.
 */
export async function pretendRows(databaseUrl: string, times: number): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const growing = await listGrowingTables(client);
    // Otherwise as many people and measures as there are would share so many experiments
    const { rows } = await client.query<{ table: string; column: string }>(
      `select tablename as table, attname as column from pg_stats
       where tablename = any ($1) and attname in ('person_id', 'measure_id') and n_distinct > 0`,
      [[...growing]],
    );
    for (const { table, column } of rows) {
      await client.query(`alter table ${table} alter column ${column} set (n_distinct = -0.3)`);
      await client.query(`analyze ${table}`);
    }
    await client.query("update pg_class set reltuples = greatest(reltuples, 10) * $2 where relname = any ($1)", [
      [...growing],
      times,
    ]);
  } finally {
    await client.end();
  }
}

/**
 * The tables that these statements read from one end to the other, of those that grow, as the app's role with row-level
 * security. The plan is the one that the app's connections keep: for any values.
 */
export async function findFullReads(
  databaseUrl: string,
  personId: string,
  statements: readonly Statement[],
): Promise<string[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const found = new Set<string>();
  try {
    const growing = await listGrowingTables(client);
    await client.query("begin; set local plan_cache_mode = force_generic_plan; set local jit = off");
    await client.query(
      "select set_config('leeway.systems', systems_of($1::uuid)::text, true), set_config('role', 'leeway_app', true)",
      [personId],
    );
    for (const { text, values } of statements.filter(({ text }) => isPlanned(text))) {
      await client.query(`prepare explained as ${text}`);
      const nulls = values.length === 0 ? "" : `(${values.map(() => "null").join(", ")})`;
      const { rows } = await client.query(`explain (format json) execute explained${nulls}`);
      for (const table of fullReads(rows[0]["QUERY PLAN"][0].Plan)) if (growing.has(table)) found.add(table);
      await client.query("deallocate explained");
    }
  } finally {
    await client.end();
  }
  return [...found].sort();
}

const isPlanned = (text: string) => /^\s*(select|with|insert|update|delete)\b/i.test(text) && !/set_config/.test(text);

/**
 * Tables of a plan that are read whole, or all of a system's rows of them: by index, but by no other condition. Rows in an
 * index's order may be read until there are enough.
 */
export function fullReads(plan: PlanNode, isEnough = false): string[] {
  const table = plan["Relation Name"];
  const isFull = plan["Node Type"] === "Seq Scan" || (isByIndex(plan) && !isNarrow(plan) && !isEnough);
  const below = plan["Node Type"] === "Limit" || (isEnough && plan["Node Type"] === "LockRows");
  return [...(isFull && table ? [table] : []), ...(plan.Plans ?? []).flatMap((part) => fullReads(part, below))];
}

const isByIndex = (plan: PlanNode) => /^(Index (Only )?|Bitmap Heap )Scan$/.test(plan["Node Type"]);

function isNarrow(plan: PlanNode): boolean {
  const condition = String(plan["Index Cond"] ?? plan["Recheck Cond"] ?? "");
  const columns = [...condition.matchAll(/\((?:\w+\.)?(\w+) (?:[<>=@&~*|]+|IS) /g)].map(([, column]) => column);
  return columns.some((column) => column !== "system_id");
}
