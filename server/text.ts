import { z } from "zod";

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether a text can be stored as typed: no NUL byte and no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes("\u0000") && !loneSurrogate.test(text);

/**
 * Invisible characters that make a text read differently from what is stored: direction overrides and zero-width characters.
 * Joiners are allowed where a script or an emoji needs them; between ASCII letters they only hide something.
 */
const invisible = /[\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|(?<=[!-~])[\u200c\u200d](?=[!-~])/;

/** Whether every character can be seen, so that a leader reads exactly what is stored. */
export const isVisible = (text: string): boolean => !invisible.test(text);

const characters = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** The number of characters a person sees: a family emoji is one. */
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

/** Required text; `missing` is the error sentence. */
export const requiredText = (missing: string, limit = 2_000) =>
  checkedText(limit, missing).refine((text) => text.trim() !== "", missing);

/** Optional text. Only spaces count as empty: undefined as input, null in a table. */
export const optionalText = (limit = 2_000) =>
  checkedText(limit)
    .transform((text) => (text.trim() === "" ? undefined : text))
    .optional();

/** For text that must never be refused: removes what the database cannot store, and cuts at the limit. */
export function storableText(text: string, limit = 2_000): string {
  const storable = [...text.replaceAll("\u0000", "").normalize("NFC")].filter(isStorable);
  return storable.slice(0, limit).join("");
}

/** Errors for a first and a last day, shared by all forms with both. */
export const LAST_DAY_BEFORE_FIRST = "The last day must not be before the first day";
export const DAYS_ARE_OVER = "These days are over already. Choose a last day from today on";

/** A calendar day as "2026-05-11". */
export const day = (missing: string) =>
  z.iso.date({
    error: (issue) =>
      issue.input === "" || issue.input === undefined ? missing : "Enter a real date, such as 27 9 2026.",
  });

const asTyped = /^(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?$/;

/** A time of day as "14:00", from "2pm", "2:30 pm", "14:00" or "midday". */
export const timeOfDay = (missing: string) =>
  z.string({ error: missing }).transform((typed, check) => {
    const text = typed.trim().toLowerCase();
    if (text === "midday" || text === "noon") return "12:00";
    if (text === "midnight") return "00:00";
    const [, hour = "", minute = "00", half] = asTyped.exec(text) ?? [];
    const say = (message: string) => {
      check.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    if (text === "") return say(missing);
    const isHour = half ? Number(hour) >= 1 && Number(hour) <= 12 : Number(hour) <= 23;
    if (hour === "" || !isHour || Number(minute) > 59) return say("Enter a time of day, such as 2pm or 8:30am.");
    // "2:30" could be either half of the day; "02:30" and "14:30" are on a 24-hour clock
    if (!half && (hour.length === 1 || !/[:.]/.test(text))) return say("Say whether it is am or pm, such as 2pm.");
    const hours = half ? (Number(hour) % 12) + (half === "pm" ? 12 : 0) : Number(hour);
    return `${String(hours).padStart(2, "0")}:${minute}`;
  });

/** One value of a closed list; `missing` is the error sentence. */
export const requiredChoice = <const Words extends readonly [string, ...string[]]>(list: Words, missing: string) =>
  z.enum(list, { error: missing });
