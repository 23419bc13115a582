import { pluralise } from "@/server/format";
import type { JobContext } from "@/server/jobs/job";
import { verifyFacts } from "./check";

/** More would only fill the log. */
const shownInLog = 20;

/** Every night: compares what is kept with what it is worked out from, and says in the server's log what to do. */
export async function verifyFactsNightly({ database, extendLease, isStopping }: JobContext): Promise<void> {
  const { differences } = await verifyFacts(database, async () => {
    await extendLease();
    return !isStopping();
  });
  if (differences.length === 0) return;
  console.error(
    [
      `What is kept ready differs from what it is worked out from, in ${pluralise(differences.length, "place")}. Mend it with: npm run facts -- rebuild`,
      ...differences.slice(0, shownInLog),
    ].join("\n"),
  );
}
