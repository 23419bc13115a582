import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { hashToken } from "./session";

type Limit = { most: number; minutes: number };

const pointsRow = z.strictObject({ points: z.number() });

/** Counts a try and says whether it is within the limit. Stored by hash, so that the table is no list of addresses. */
export async function mayTry(database: Db, what: string, of: string, { most, minutes }: Limit): Promise<boolean> {
  const row = await read(database, pointsRow).row(sql`
    insert into rate_limits as r (key, points, reset_at)
    values (${`${what} ${hashToken(of)}`}, 1, now() + make_interval(mins => ${minutes}))
    on conflict (key) do update set
      points = case when r.reset_at <= now() then 1 else r.points + 1 end,
      reset_at = case when r.reset_at <= now() then excluded.reset_at else r.reset_at end
    returning points`);
  return (row?.points ?? 0) <= most;
}
