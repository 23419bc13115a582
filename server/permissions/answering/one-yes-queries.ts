import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";

const yesRow = z.strictObject({ givenBy: z.uuid(), forId: z.uuid(), forWhom: z.string() });

/** The yeses to one request, of organisations and of boards, also those that were followed by another word. */
export async function listYeses(db: Db, requestId: string) {
  return read(db, yesRow).rows(sql`
    select y.given_by as "givenBy", y.for_whom as "forId", coalesce(o.name, 'the ' || b.name) as "forWhom"
    from yeses_to(${requestId}::uuid) y left join organisations o on o.id = y.for_whom left join boards b on b.id = y.for_whom`);
}
