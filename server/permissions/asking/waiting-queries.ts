import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { systems } from "@/db/schema";

/** Days after which a system shows that other leaders can answer too. */
export async function findAnswerWithinDays(db: Db, systemId: string): Promise<number> {
  const [system] = await db.select({ days: systems.answerWithinDays }).from(systems).where(eq(systems.id, systemId));
  return system?.days ?? 0;
}
