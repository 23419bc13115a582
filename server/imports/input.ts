import { z } from "zod";
import { optionalLine, optionalText, requiredText } from "@/server/text";
import { MAX_MEGABYTES } from "./limits";

export const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;
const MAX_BASE64_LENGTH = Math.ceil((MAX_BYTES * 4) / 3) + 4;
const tooLarge = `The selected file must be smaller than ${MAX_MEGABYTES}MB`;

export const pasteInput = z.object({
  pasted: z.string().min(1, "Paste the rows, with the names of the columns above them").max(MAX_BYTES, tooLarge),
});
/** Client-side check of the file box. */
export const chosenFileInput = z.object({
  file: z
    .object({ name: z.string(), size: z.number(), content: z.string() }, "Select a file")
    .refine((file) => file.size > 0, "The selected file is empty")
    .refine((file) => file.size <= MAX_BYTES, tooLarge),
});

/** A file's bytes in base64. */
export const chooseFileInput = z.object({
  file: z.string("Select a file").min(1, "Select a file").max(MAX_BASE64_LENGTH, tooLarge),
  fileName: optionalLine(200),
});

export const uploadInput = z.object({ uploadId: z.uuid("We could not find that upload.") });
export const versioned = uploadInput.extend({ version: z.number().int() });

const column = (missing: string) => z.string(missing).min(1, missing);
/** Columns by their index in the header; contributorColumn may instead name one organisation for all rows. */
export const columnsInput = z.object({
  periodColumn: column("Choose the column with the period"),
  contributorColumn: column("Choose the column that says whose result it is"),
  valueColumn: z.string().default(""),
  numeratorColumn: z.string().default(""),
  lessColumn: z.string().default(""),
  denominatorColumn: z.string().default(""),
});
export type ColumnsInput = z.infer<typeof columnsInput>;

const answer = z.string().default("");
export const answersInput = z.object({
  ...{ days: answer, serials: answer, inside: answer, commas: answer, dots: answer },
  ...{ percents: answer, small: answer, blanks: answer },
  oneNumber: z.number("Enter a number in figures, like 2").min(0, "Enter 0 or more").optional(),
});
export type AnswersInput = z.infer<typeof answersInput>;

export const saveInput = z.object({
  /** What happens to stored figures that differ. */
  different: z.enum(["leave", "replace"], "Choose what happens to results that are there already"),
  reason: optionalText(500),
});
export const whyReplaced = requiredText("Say why they are replaced. A few words are enough", 500);
