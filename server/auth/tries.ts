import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { read } from "@/db/rows";
import { hashToken } from "./session";

type Limit = { max: number; minutes: number };

const pointsRow = z.strictObject({ points: z.number() });

/** Rate limit: counts an attempt. @returns whether it is within the limit. Keys are hashed, so that no addresses are stored. */
export async function mayTry(database: Db, what: string, of: string, { max, minutes }: Limit): Promise<boolean> {
  const row = await read(database, pointsRow).row(sql`
    insert into rate_limits as r (key, points, reset_at)
    values (${`${what} ${hashToken(of)}`}, 1, now() + make_interval(mins => ${minutes}))
    on conflict (key) do update set
      points = case when r.reset_at <= now() then 1 else r.points + 1 end,
      reset_at = case when r.reset_at <= now() then excluded.reset_at else r.reset_at end
    returning points`);
  return (row?.points ?? 0) <= max;
}
