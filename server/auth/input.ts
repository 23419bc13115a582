import { z } from "zod";
import { requiredLine } from "@/server/text";

export const INCOMPLETE_ADDRESS = "Enter an e-mail address, such as ada@trust.example.";

/** Lower case and plain letters only: a look-alike letter in an address is another address. */
export const emailAddress = z
  .string({ error: INCOMPLETE_ADDRESS })
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: INCOMPLETE_ADDRESS }).max(254, "This e-mail address is too long."));

export const personName = requiredLine("Enter your name, as colleagues know it.", 200).transform((name) => name.trim());

export const askForLinkInput = z.object({ email: emailAddress });
export const becomeAdministratorInput = z.object({ name: personName, email: emailAddress });
