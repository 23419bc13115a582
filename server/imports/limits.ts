import { LoadRefused } from "@/server/measures/load/refused";

/** What one upload may bring. */
export const MAX_ROWS = 100_000;
export const MAX_MEGABYTES = 10;

/** Whoever brings in more rows than that need not wait for them: a letter tells when they are done. */
export const FEW_ROWS = 1_000;

export const tooManyRows = () =>
  new LoadRefused(["The selected file has more than 100,000 rows. Split it into smaller files."]);

/** Bytes that are read where they arrive; more is read apart, so that nobody else waits. A zip that is so small unpacks to little. */
export const SMALL_BYTES = 32 * 1024;
