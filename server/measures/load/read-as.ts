import { z } from "zod";

/**
 * How cells that could be read in two ways are to be read, as somebody said when asked. What nobody said is refused: the
 * command is never asked, so it takes plain days and numbers alone.
 */
export const readAs = z.strictObject({
  /** 03/04/2026 as 3 April or as 4 March. */
  days: z.enum(["day first", "month first"]).optional(),
  /** 46113 as the day that Excel counts so: 1 April 2026. */
  serials: z.literal("days").optional(),
  /** A day inside a week or month as that week or month. */
  inside: z.literal("its period").optional(),
  /** 1,234 as 1234. */
  commas: z.literal("thousands").optional(),
  /** 1.234 as a little more than 1, or as 1234. */
  dots: z.enum(["decimals", "thousands"]).optional(),
  /** 12% as 12. */
  percents: z.literal("numbers").optional(),
  /** <5 as this number. */
  small: z.number().optional(),
  /** An empty cell as 0. */
  blanks: z.literal("none").optional(),
});
export type ReadAs = z.infer<typeof readAs>;
