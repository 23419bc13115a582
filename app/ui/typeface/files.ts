import { join } from "node:path";

/** The shipped font files, by weight: the letters of Western Europe, then those of the rest of Europe. */
export const fontFiles = { regular: filesOf(400), bold: filesOf(700) };

function filesOf(weight: number) {
  const folder = join(
    /* turbopackIgnore: true */ process.cwd(),
    "node_modules/@fontsource/atkinson-hyperlegible-next/files",
  );
  const path = (letters: string) => join(folder, `atkinson-hyperlegible-next-${letters}-${weight}-normal.woff2`);
  return { latin: path("latin"), latinExtended: path("latin-ext") };
}
