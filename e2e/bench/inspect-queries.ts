import pg from "pg";
import { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";
import type { MillionDatabase } from "./million-database";
import { connectRecording, type Statement } from "./record-statements";

type Plan = { "Node Type": string; "Relation Name"?: string; "Actual Rows"?: number; Plans?: Plan[] };

/** How many queries a system's page sends, and whether one of them scans all results, or all sums of them. */
export async function inspectQueries({
  databaseUrl,
  personId,
  systemId,
}: Pick<MillionDatabase, "databaseUrl" | "personId" | "systemId">) {
  const { db, take } = connectRecording(databaseUrl);
  try {
    const person = { id: personId, name: "Somebody", job: "", isAdministrator: false };
    await createCallerFactory(appRouter)({ database: db, person }).systems.find({ systemId });
  } finally {
    await db.$client.end();
  }
  const queries = take();
  return { questions: queries.length, sequential: await sequentialScans(databaseUrl, personId, queries) };
}

/** The tables scanned sequentially, of those that grow with every result. */
async function sequentialScans(databaseUrl: string, personId: string, queries: Statement[]): Promise<string> {
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
