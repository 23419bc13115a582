import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { idempotencyKeys } from "@/db/schema";
import { hashJson, type Json } from "@/server/canonical";
import { Refusal } from "@/server/errors";

type Sent = { personId: string; procedure: string; input: unknown };

/**
 * Runs a change once per person and key. The key's row is inserted first, in the change's own transaction, so a second
 * sender waits for the first and gets its answer; if the first is rolled back, so is the row.
 * The same key with another input is refused, since it is an error of the sender.
 */
export async function runOnce<Result extends { ok: true; data: unknown }>(
  tx: Transaction,
  { personId, procedure, input }: Sent,
  work: () => Promise<Result>,
): Promise<Result> {
  const key = (input as { key?: unknown } | undefined)?.key;
  if (typeof key !== "string" || !/^[0-9a-f-]{36}$/i.test(key)) {
    throw new Refusal([
      "This was sent without its key, so it was not saved. Load the page again and send it once more.",
    ]);
  }
  const inputHash = hashJson(JSON.parse(JSON.stringify(input)) as Json);
  const mine = and(eq(idempotencyKeys.personId, personId), eq(idempotencyKeys.key, key));
  const first = await tx
    .insert(idempotencyKeys)
    .values({ personId, key, procedure, inputHash })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (first.length === 0) {
    const [before] = await tx.select().from(idempotencyKeys).where(mine);
    if (before?.procedure !== procedure || before.inputHash !== inputHash) {
      throw new Refusal([
        "This was sent twice with different words. The first was saved. Load the page again to see it.",
      ]);
    }
    // tRPC needs only `ok` and `data` of a middleware's result, and has no public way to make one
    return { ok: true, data: before.answer ?? undefined } as Result;
  }
  const result = await work();
  await tx
    .update(idempotencyKeys)
    .set({ answer: result.data ?? null })
    .where(mine);
  return result;
}
