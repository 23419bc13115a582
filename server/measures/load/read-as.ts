import { z } from "zod";

/**
 * How to read ambiguous cells, from the person's answers. Cells without an answer are refused; the command line has no
 * answers, so it accepts only ISO days and plain numbers.
 */
export const readAs = z.strictObject({
  /** 03/04/2026 as 3 April or as 4 March. */
  days: z.enum(["day first", "month first"]).optional(),
  /** 46113 as an Excel serial: 1 April 2026. */
  serials: z.literal("days").optional(),
  /** A day within a week or month as that period. */
  inside: z.literal("its period").optional(),
  /** 1,234 as 1234. */
  commas: z.literal("thousands").optional(),
  /** 1.234 as a decimal, or as 1234. */
  dots: z.enum(["decimals", "thousands"]).optional(),
  /** 12% as 12. */
  percents: z.literal("numbers").optional(),
  /** <5 as this number. */
  small: z.number().optional(),
  /** An empty cell as 0. */
  blanks: z.literal("none").optional(),
});
export type ReadAs = z.infer<typeof readAs>;
