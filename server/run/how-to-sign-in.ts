import { connect } from "@/db/client";
import { firstAdministratorLink } from "@/server/auth/first-administrator";
import type { Prepared } from "./prepare";

/** The line about signing in that a start prints; in an empty installation, the first administrator's link. */
export async function howToSignIn({ databaseUrl, holds, env }: Prepared): Promise<string> {
  if (holds === "demo") return "sign in as anyone on its list with one press.";
  const db = connect(databaseUrl, { connections: 1 });
  try {
    const link = await firstAdministratorLink(db, env.NEXTAUTH_URL);
    return link ? `open ${link} within an hour to become its administrator.` : "sign in with your e-mail address.";
  } finally {
    await db.$client.end();
  }
}
