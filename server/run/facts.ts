import { connect } from "@/db/client";
import { migrate } from "@/db/migrate";
import { rebuildFacts, verifyFacts } from "@/server/facts/check";
import { openDatabase } from "./open-database";
import { readEnvFiles, readSettings } from "./settings";
import { untilStopped } from "./until-stopped";

// npm run facts -- verify: compares what is kept ready with what it is worked out from. npm run facts -- rebuild: makes it anew.
await untilStopped(async (atEnd) => {
  const [what] = process.argv.slice(2);
  if (what !== "verify" && what !== "rebuild") {
    console.error(
      "Say what to do with the facts that are kept ready: npm run facts -- verify, or npm run facts -- rebuild",
    );
    return 1;
  }
  readEnvFiles();
  const databaseUrl = await openDatabase(readSettings(process.env), atEnd);
  await migrate(databaseUrl);
  const database = connect(databaseUrl, { connections: 1 });
  atEnd(() => database.$client.end());
  if (what === "rebuild") {
    console.log(await rebuildFacts(database));
    return 0;
  }
  const { differences, compared } = await verifyFacts(database);
  for (const difference of differences) console.error(difference);
  console.log(
    differences.length === 0
      ? `Nothing differs: ${compared}.`
      : `${differences.length} differ: ${compared}. Mend it with npm run facts -- rebuild`,
  );
  return differences.length === 0 ? 0 : 1;
}, 130);
