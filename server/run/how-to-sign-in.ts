import { connect } from "@/db/client";
import { hasAdministrator } from "@/db/installation";
import type { Prepared } from "./prepare";
import type { Settings } from "./settings";

/** The end of the one line that a start prints. */
export async function howToSignIn({ databaseUrl, holds }: Prepared, _settings: Settings): Promise<string> {
  if (holds === "demo") return "sign in as anyone on its list with one press.";
  const db = connect(databaseUrl, { connections: 1 });
  try {
    if (await hasAdministrator(db)) return "sign in with your e-mail address.";
    return "no administrator yet";
  } finally {
    await db.$client.end();
  }
}
