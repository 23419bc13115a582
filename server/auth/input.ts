import { z } from "zod";
import { requiredLine } from "@/server/text";

export const INCOMPLETE_ADDRESS = "Enter an e-mail address, such as ada@trust.example.";

/** Lower case and plain letters only: a look-alike letter in an address is another address. */
export const emailAddress = z
  .string({ error: INCOMPLETE_ADDRESS })
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: INCOMPLETE_ADDRESS }).max(254, "This e-mail address is too long."));

/**
 * A name stands in sentences without quotation marks, so it has nothing in it that makes a sentence or an address: a full stop
 * only after a few letters, as in "Dr. Ada St. John".
 */
const standsInSentences = (name: string) => !/[:;!?…"“”<>@]|\(now |\p{L}{5}\p{M}*\.\s/iu.test(name);
export const nameOfPerson = (missing: string) =>
  requiredLine(missing, 100)
    .refine(
      standsInSentences,
      'A name has no : ; ! ? " < > @ in it, no sentence, and not what somebody is called now. Type the name alone.',
    )
    .transform((name) => name.trim());
export const personName = nameOfPerson("Enter your name, as colleagues know it.");

export const askForLinkInput = z.object({ email: emailAddress });
export const becomeAdministratorInput = z.object({ name: personName, email: emailAddress });
