import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { systems } from "@/db/schema";

/** After so many days a system finds that a request has waited long enough to name the next leader. */
export async function findAnswerWithinDays(db: Db, systemId: string): Promise<number> {
  const [system] = await db.select({ days: systems.answerWithinDays }).from(systems).where(eq(systems.id, systemId));
  return system?.days ?? 0;
}
