import { openFont } from "./open-font";

/** Every measured character, with its width in each weight, in thousandths of the text's size. */
export function readAdvanceWidths() {
  const [regular, bold] = [openFont("regular"), openFont("bold")];
  const characters = europeanCharacters.filter((character) => regular.widthOf(character) !== undefined);
  const widths = (font: typeof regular) =>
    characters.map((character) => Math.round((font.widthOf(character) ?? 0) * 1000));
  return { characters: characters.join(""), regular: widths(regular), bold: widths(bold) };
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
const europeanCharacters = [
  ...range(0x20, 0x7e),
  ...range(0xa1, 0xac),
  ...range(0xae, 0x17f),
  ..."\u00a0–—‘’‚“”„†•…€™−",
];
