/**
 * How to read ambiguous cells, from the person's answers. Cells without an answer are refused; the command line has no
 * answers, so it accepts only ISO days and plain numbers.
 */
export type ReadAs = {
  /** 03/04/2026 as 3 April or as 4 March. */
  days?: "day first" | "month first";
  /** 46113 as an Excel serial: 1 April 2026. */
  serials?: "days";
  /** A day within a week or month as that period. */
  inside?: "its period";
  /** 1,234 as 1234. */
  commas?: "thousands";
  /** 1.234 as a decimal, or as 1234. */
  dots?: "decimals" | "thousands";
  /** 12% as 12. */
  percents?: "numbers";
  /** <5 as this number. */
  small?: number;
  /** An empty cell as 0. */
  blanks?: "none";
};
