import type { connect, Transaction } from "@/db/client";
import { asOwner } from "@/db/tenant-transaction";
import { liftTimeouts } from "@/server/imports/queries";
import { type KindOfFacts, kindsOfFacts } from "./kinds";
import { listIds } from "./queries";

type Database = ReturnType<typeof connect>;
/** Called between batches; false ends the work early. */
type GoesOn = () => Promise<boolean>;

/** So many at once: each batch is one transaction, and locks what it rebuilds. */
const batch = 20;
const always: GoesOn = async () => true;

/** Compares all that is kept with what it is worked out from. @returns sentences: the differences, then what was compared */
export async function verifyFacts(database: Database, goesOn = always) {
  const differences: string[] = [];
  const compared: string[] = [];
  for (const kind of kindsOfFacts) {
    const ids = await inBatches(database, kind, goesOn, async (tx, some) => {
      differences.push(...(await kind.differences(tx, some)));
    });
    compared.push(`${kind.name} of ${ids}`);
  }
  return { differences, compared: compared.join(", ") };
}

/** Works out all that is kept anew. @returns a sentence */
export async function rebuildFacts(database: Database): Promise<string> {
  const done: string[] = [];
  for (const kind of kindsOfFacts) {
    const ids = await inBatches(database, kind, always, kind.rebuild);
    done.push(`${kind.name} of ${ids}`);
  }
  return `Rebuilt: ${done.join(", ")}.`;
}

async function inBatches(
  database: Database,
  kind: KindOfFacts,
  goesOn: GoesOn,
  work: (tx: Transaction, ids: readonly string[]) => Promise<void>,
): Promise<number> {
  const ids = await asOwner(database, "", (tx) => listIds(tx, kind.of));
  for (let from = 0; from < ids.length && (await goesOn()); from += batch) {
    await asOwner(database, "", async (tx) => {
      await liftTimeouts(tx);
      await work(tx, ids.slice(from, from + batch));
    });
  }
  return ids.length;
}
