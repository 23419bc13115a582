import * as fontkit from "fontkit";
import { fontFiles } from "./files";

/** One weight of the shipped typeface, read from its files, with digits of equal width as on every page. */
export function openFont(weight: keyof typeof fontFiles) {
  const { latin, latinExtended } = fontFiles[weight];
  const fonts = [latin, latinExtended].map((path) => fontkit.openSync(path)).filter((font) => "layout" in font);
  const layOut = (words: string) => {
    const font = fonts.find((candidate) =>
      [...words].every((letter) => candidate.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
    );
    return font && { ...font.layout(words, ["tnum", "kern"]), unitsPerEm: font.unitsPerEm };
  };
  return {
    /** The width of a text, relative to its size, with kerning as in a browser. */
    widthOf(words: string): number | undefined {
      const line = layOut(words);
      return line && line.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / line.unitsPerEm;
    },
    outlineOf: (words: string) =>
      layOut(words)
        ?.glyphs.map((glyph) => glyph.path.toSVG())
        .join(),
  };
}
