/**
 * How cells that could be read in two ways are to be read, as somebody said when asked. What nobody said is refused: the
 * command is never asked, so it takes plain days and numbers alone.
 */
export type ReadAs = {
  /** 03/04/2026 as 3 April or as 4 March. */
  days?: "day first" | "month first";
  /** 46113 as the day that Excel counts so: 1 April 2026. */
  serials?: "days";
  /** A day inside a week or month as that week or month. */
  inside?: "its period";
  /** 1,234 as 1234. */
  commas?: "thousands";
  /** 1.234 as a little more than 1, or as 1234. */
  dots?: "decimals" | "thousands";
  /** 12% as 12. */
  percents?: "numbers";
  /** <5 as this number. */
  small?: number;
  /** An empty cell as 0. */
  blanks?: "none";
};
