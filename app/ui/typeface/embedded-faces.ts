import { readFileSync } from "node:fs";
import { fontFiles } from "./files";

let stylesheet: string | undefined;

/** The typeface as a stylesheet with its files embedded, for drawings that are downloaded. */
export function embeddedFaces(): string {
  stylesheet ??= face(fontFiles.regular.latin, 400) + face(fontFiles.bold.latin, 700);
  return stylesheet;
}

const face = (path: string, weight: number) =>
  `@font-face{font-family:Atkinson Hyperlegible Next;font-weight:${weight};src:url(data:font/woff2;base64,${readFileSync(path, "base64")})}`;
