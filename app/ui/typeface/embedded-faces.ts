import { readFileSync } from "node:fs";
import { fontFiles } from "./files";

let made: string | undefined;

/** The typeface as a stylesheet with its files embedded, for drawings that are downloaded. */
export function embeddedFaces(): string {
  made ??= face(fontFiles.regular.latin, 400) + face(fontFiles.bold.latin, 700);
  return made;
}

const face = (path: string, weight: number) =>
  `@font-face{font-family:Atkinson Hyperlegible Next;font-weight:${weight};src:url(data:font/woff2;base64,${readFileSync(path, "base64")})}`;
