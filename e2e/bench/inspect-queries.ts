import { appRouter } from "@/server/root";
import { createCallerFactory } from "@/server/trpc";
import type { MillionDatabase } from "./million-database";
import { findFullReads } from "./plans";
import { connectRecording } from "./record-statements";

/** The tables that grow with every result. */
const figures = ["observations", "period_values"];

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
  const read = await findFullReads(databaseUrl, personId, queries);
  return { questions: queries.length, sequential: read.filter((table) => figures.includes(table)).join(", ") };
}
