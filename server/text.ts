import { z } from "zod";

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether a text can be stored as typed: no NUL byte and no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes("\u0000") && !loneSurrogate.test(text);

/**
 * Invisible characters that make a text read differently from what is stored: those without width.
 * Joiners are allowed where a script or an emoji needs them; between ASCII letters they only hide something.
 */
const invisible = /[\u200b\u2060-\u2064\ufeff]|(?<=[!-~])[\u200c\u200d](?=[!-~])/;

/** Whether every character can be seen, so that a leader reads exactly what is stored. */
export const isVisible = (text: string): boolean => !invisible.test(text);

/** Marks that turn the direction of a line about: right-to-left words need none of them. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** What ends a line in other programs than ours. */
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const controls = /(?![\n\t])\p{Cc}/gu;
/** No script puts more marks on one letter. */
const manyMarks = /\p{M}{5}/u;

/** A text without what nobody sees and what only a terminal or another program reads, in one normal form. */
export const tidied = (text: string): string =>
  text.replace(lineBreaks, "\n").replace(controls, "").replace(directionMarks, "").normalize("NFC");

/** The same, on one line. */
const onOneLine = (text: string): string => tidied(text).replace(/\s*[\n\t]\s*/g, " ");

const inBytes = new TextEncoder();
/** A letter has up to 4 bytes, so that a few letters cannot carry a thousand marks. */
const isTooLong = (text: string, limit: number) =>
  text.length > limit && (inBytes.encode(text).length > 4 * limit || visibleLength(text) > limit);

const characters = new Intl.Segmenter("en-GB", { granularity: "grapheme" });

/** The number of characters a person sees: a family emoji is one. */
export function visibleLength(text: string): number {
  if (text.length <= 1) return text.length;
  let count = 0;
  for (const _ of characters.segment(text)) count++;
  return count;
}

function checkedText(limit: number, { missing, tidy = tidied }: { missing?: string; tidy?: typeof tidied } = {}) {
  return z
    .string(missing)
    .refine(isStorable, "This text has a character that cannot be kept, perhaps from a copy and paste. Type it again.")
    .refine(
      isVisible,
      "This text has an invisible character, perhaps from a copy and paste. Type the words around it again.",
    )
    .transform(tidy)
    .refine((text) => !manyMarks.test(text), "This text has too many marks on one letter. Type it again.")
    .refine((text) => !isTooLong(text, limit), {
      message: `This is longer than ${limit.toLocaleString("en-GB")} characters. Shorten it a little.`,
    });
}

/** Required text; `missing` is the error sentence. */
export const requiredText = (missing: string, limit = 2_000) =>
  checkedText(limit, { missing }).refine((text) => text.trim() !== "", missing);

/** Required text of one line, such as a name or a title: a line break becomes a space. */
export const requiredLine = (missing: string, limit = 200) =>
  checkedText(limit, { missing, tidy: onOneLine }).refine((text) => text.trim() !== "", missing);

/** Optional text. Only spaces count as empty: undefined as input, null in a table. */
export const optionalText = (limit = 2_000) =>
  checkedText(limit)
    .transform((text) => (text.trim() === "" ? undefined : text))
    .optional();

/** Optional text of one line. */
export const optionalLine = (limit = 200) =>
  checkedText(limit, { tidy: onOneLine })
    .transform((text) => (text.trim() === "" ? undefined : text))
    .optional();

/** The words of a search, in the address: what cannot be searched for is left out. */
export const searchWords = z
  .string()
  .transform((text) => onOneLine(storableText(text, 200)).trim())
  .optional()
  .catch(undefined);

/** For text that must never be refused: removes what the database cannot store, and cuts at the limit. */
export function storableText(text: string, limit = 2_000): string {
  const storable = [...tidied(text.replaceAll("\u0000", ""))].filter(isStorable);
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
