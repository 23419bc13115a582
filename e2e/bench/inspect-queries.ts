import pg from "pg";
import { connect } from "@/db/client";
import { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";
import type { MillionDatabase } from "./million-database";

type Query = { text: string; values?: unknown[] };
type Plan = { "Node Type": string; "Relation Name"?: string; "Actual Rows"?: number; Plans?: Plan[] };

/** How many queries a system's page sends, and whether one of them scans all results, or all sums of them. */
export async function inspectQueries({
  databaseUrl,
  personId,
  systemId,
}: Pick<MillionDatabase, "databaseUrl" | "personId" | "systemId">) {
  const db = connect(databaseUrl, { connections: 1 });
  const queries: Query[] = [];
  db.$client.on("connect", (client) => {
    const query = client.query.bind(client) as (...sent: unknown[]) => unknown;
    client.query = ((first: Query | string, ...rest: unknown[]) => {
      const text = typeof first === "string" ? first : first.text;
      const values = (
        Array.isArray(rest[0]) ? rest[0] : typeof first === "string" ? undefined : first.values
      ) as unknown[];
      queries.push({ text, values });
      return query(first, ...rest);
    }) as typeof client.query;
  });
  try {
    const person = { id: personId, name: "Somebody", job: "", isAdministrator: false };
    await createCallerFactory(appRouter)({ database: db, person }).systems.find({ systemId });
  } finally {
    await db.$client.end();
  }
  return { questions: queries.length, sequential: await sequentialScans(databaseUrl, personId, queries) };
}

/** The tables scanned sequentially, of those that grow with every result. */
async function sequentialScans(databaseUrl: string, personId: string, queries: Query[]): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const tables = new Set<string>();
  try {
    await client.query("begin");
    await client.query(
      "select set_config('leeway.systems', systems_of($1::uuid)::text, true), set_config('role', 'leeway_app', true)",
      [personId],
    );
    for (const { text, values } of queries.filter(
      (one) => /^\s*(select|with)\b/i.test(one.text) && !/set_config/.test(one.text),
    )) {
      const { rows } = await client.query(`explain (format json, analyze) ${text}`, values);
      for (const table of scannedTables(rows[0]["QUERY PLAN"][0].Plan)) tables.add(table);
    }
  } finally {
    await client.end();
  }
  return [...tables].join(", ");
}

function scannedTables(plan: Plan): string[] {
  const table = plan["Node Type"] === "Seq Scan" ? (plan["Relation Name"] ?? "") : "";
  const here = ["observations", "period_values"].includes(table) ? [table] : [];
  return [...here, ...(plan.Plans ?? []).flatMap(scannedTables)];
}
