import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { people } from "@/db/schema";
import { sendMail } from "@/server/mail/send";

/** E-mails a person that an account was connected to theirs, in case somebody else did it. */
export async function tellConnected(database: Db, personId: string, provider: string): Promise<void> {
  const [person] = await database.select({ email: people.email }).from(people).where(eq(people.id, personId));
  if (!person?.email) return;
  await sendMail({
    to: person.email,
    subject: "You can now sign in to Leeway in another way",
    text: `Your account at ${provider} was connected to Leeway, so you can sign in with it.

If it was not you, sign in, open Settings, disconnect it and sign out everywhere:

${new URL("/settings", process.env.NEXTAUTH_URL)}`,
  });
}
