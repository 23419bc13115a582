import { LoadRefused } from "@/server/measures/load/refused";

/** Limits of one upload. */
export const MAX_ROWS = 100_000;
export const MAX_MEGABYTES = 10;

/** Above this, rows are processed in the background and an e-mail reports when they are done. */
export const FEW_ROWS = 1_000;

export const NOT_A_TABLE = "The selected file must be a CSV or an Excel file (XLSX).";

export const tooManyRows = () =>
  new LoadRefused(["The selected file has more than 100,000 rows. Split it into smaller files."]);

/**
 * Up to this size, input is read in the server process; above it in a worker, so that no other request waits. A zip
 * this small unpacks to little.
 */
export const SMALL_BYTES = 32 * 1024;
