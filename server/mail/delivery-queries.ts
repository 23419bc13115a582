import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { nowRow } from "@/db/shapes";
import { nextDaytime } from "./daytime";

/** Now by the database's clock. */
export async function findNow(db: Db): Promise<Date> {
  const row = await read(db, nowRow).row(sql`select leeway_now()::text as now`);
  return new Date(row?.now ?? Date.now());
}

/** When a letter that is ready some minutes from now may be sent, in ISO 8601. */
export async function findNextDaytime(db: Db, { afterMinutes = 0 } = {}): Promise<string> {
  const ready = new Date((await findNow(db)).getTime() + afterMinutes * 60_000);
  return nextDaytime(ready).toISOString();
}

const emailRow = z.strictObject({ email: z.string() });

/** Where to write to; null for whoever is suspended or has no address. */
export async function findEmail(db: Db, personId: string): Promise<string | null> {
  const row = await read(db, emailRow).row(
    sql`select email from people where id = ${personId}::uuid and suspended_at is null and email is not null`,
  );
  return row?.email ?? null;
}
