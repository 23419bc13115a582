import { z } from "zod";

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether a text can be kept exactly as it was typed: no NUL byte and no half of a character. */
export const isStorable = (text: string): boolean => !text.includes("\u0000") && !loneSurrogate.test(text);

/**
 * Characters that nobody sees and that make a text read otherwise than it is kept: what turns its direction about, and what
 * has no width. Joiners stay where a script or an emoji needs them; between letters of English they only hide something.
 */
const invisible = /[\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?<=[!-~])[\u200c\u200d](?=[!-~])/;

/** Whether everything in a text can be seen: a leader reads exactly the words that are kept. */
export const isVisible = (text: string): boolean => !invisible.test(text);

const characters = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** How many characters a person sees: a family emoji is one. */
export function visibleLength(text: string): number {
  if (text.length <= 1) return text.length;
  let count = 0;
  for (const _ of characters.segment(text)) count++;
  return count;
}

function checkedText(limit: number, missing?: string) {
  return z
    .string(missing)
    .refine(isStorable, "This text has a character that cannot be kept, perhaps from a copy and paste. Type it again.")
    .refine(
      isVisible,
      "This text has an invisible character, perhaps from a copy and paste. Type the words around it again.",
    )
    .transform((text) => text.normalize("NFC"))
    .refine((text) => text.length <= limit || visibleLength(text) <= limit, {
      message: `This is longer than ${limit.toLocaleString("en-GB")} characters. Shorten it a little.`,
    });
}

/** Text that must be there; `missing` says what to write, as a sentence. */
export const requiredText = (missing: string, limit = 2_000) =>
  checkedText(limit, missing).refine((text) => text.trim() !== "", missing);

/** Text that may be left out. Nothing but spaces is nothing too: undefined in what is sent, null in a table. */
export const optionalText = (limit = 2_000) =>
  checkedText(limit)
    .transform((text) => (text.trim() === "" ? undefined : text))
    .optional();

/** What can be kept of a text that must never be refused: all of it, but for what no database takes and what is beyond the limit. */
export function storableText(text: string, limit = 2_000): string {
  const kept = [...text.replaceAll("\u0000", "").normalize("NFC")].filter(isStorable);
  return kept.slice(0, limit).join("");
}

/** A calendar day as "2026-05-11". */
export const day = (missing: string) =>
  z.iso.date({
    error: (issue) =>
      issue.input === "" || issue.input === undefined ? missing : "Enter a real date, such as 27 9 2026.",
  });

/** One word of a closed list; `missing` says what to choose. */
export const requiredChoice = <const Words extends readonly [string, ...string[]]>(list: Words, missing: string) =>
  z.enum(list, { error: missing });
