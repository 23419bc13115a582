import { LoadRefused } from "@/server/measures/load/refused";

/** What one upload may bring. */
export const MOST_ROWS = 100_000;
export const MOST_MEGABYTES = 10;

export const tooManyRows = () =>
  new LoadRefused(["The selected file has more than 100,000 rows. Split it into smaller files."]);
