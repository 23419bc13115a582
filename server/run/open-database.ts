import { connect } from "@/db/client";
import { openEmbedded } from "@/db/embedded/open";
import { codeOf } from "@/db/embedded/problem";
import { CannotStart } from "./cannot-start";
import type { Settings } from "./settings";
import type { AtEnd } from "./until-stopped";

/** The database's URL: the configured one if it answers, else the embedded server's. */
export async function openDatabase(settings: Settings, atEnd: AtEnd): Promise<string> {
  if (settings.databaseUrl) {
    await refuseUnusable(settings.databaseUrl);
    return settings.databaseUrl;
  }
  const opening = openEmbedded(settings.dataDir);
  // Also if stopped while it is still opening
  atEnd(() =>
    opening.then(
      (embedded) => embedded.release(),
      () => {},
    ),
  );
  return (await opening).url;
}

async function refuseUnusable(databaseUrl: string): Promise<void> {
  try {
    const db = connect(databaseUrl, { connections: 1 });
    await db.$client.query("select 1").finally(() => db.$client.end());
  } catch (error) {
    // Never print the URL: it may hold a password
    const why = codeOf(error) ?? (error instanceof Error ? error.message : "no reason given");
    throw new CannotStart(
      `The database that DATABASE_URL names cannot be used (${why}). ` +
        "Check that the server runs and that the address, the database's name, the user and the password are right.",
    );
  }
}
