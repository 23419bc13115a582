import { writeFileSync } from "node:fs";
import { readAdvanceWidths } from "./read-advance-widths";

const { characters, regular, bold } = readAdvanceWidths();
writeFileSync(
  new URL("advance-widths.ts", import.meta.url),
  `/** The width of each character of the typeface, in thousandths of the text's size. Written by npm run typeface:widths. */
export const characters = ${JSON.stringify(characters)};
export const regular = ${JSON.stringify(regular)};
export const bold = ${JSON.stringify(bold)};
`,
);
