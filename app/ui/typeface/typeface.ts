import localFont from "next/font/local";

/*
 * Atkinson Hyperlegible Next, by the Braille Institute: 1, l and I, and 0 and O, look different in every weight. There are
 * two weights for everything. Letters beyond Western Europe's are in separate files, fetched where a name needs them.
 */

const latin = localFont({
  src: [
    {
      path: "../../../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2",
      weight: "700",
    },
  ],
  variable: "--typeface-latin",
  display: "swap",
  adjustFontFallback: false, // fallback.css, which globals.css imports, covers more fonts than Arial
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
});

const latinExtended = localFont({
  src: [
    {
      path: "../../../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-400-normal.woff2",
      weight: "400",
    },
    {
      path: "../../../node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff2",
      weight: "700",
    },
  ],
  variable: "--typeface-latin-extended",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

/** The classes for <html> that define --font-sans in globals.css. */
export const typeface = `${latin.variable} ${latinExtended.variable}`;
