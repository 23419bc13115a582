import type { Page } from "@playwright/test";
import type { Person } from "./person";

/** Fonts to test pages with: ours, the device's own as a fallback, and one a fifth wider. */
export const typefaces = ["the typeface", "the device's own font", "a font a fifth wider"] as const;
export type Typeface = (typeof typefaces)[number];

/** Makes a browser use this font. Call it before the first page. */
export async function drawnWith(person: Person, typeface: Typeface): Promise<void> {
  if (typeface === "the device's own font") {
    person.mayLog(/ERR_FAILED/);
    await person.context().route(/\.woff2$/, (route) => route.abort());
  }
  if (typeface === "a font a fifth wider") {
    await person.addInitScript(() => {
      const wider = new CSSStyleSheet();
      wider.replaceSync("* { letter-spacing: 0.09em !important }");
      document.adoptedStyleSheets = [wider];
    });
  }
}

/** Whether both weights of our typeface are loaded and used. */
export const hasTypeface = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return ["400", "700"].every((weight) =>
      [...document.fonts].some((face) => face.family === "latin" && face.weight === weight && face.status === "loaded"),
    );
  });

/** The SVG texts that are cut off at an edge. */
export const wordsCut = (page: Page): Promise<string[]> =>
  page.locator("svg[viewBox] text").evaluateAll((texts) =>
    texts.flatMap((text) => {
      if (!(text instanceof SVGTextElement) || !text.checkVisibility()) return [];
      const drawing = text.ownerSVGElement?.viewBox.baseVal;
      const { x, y, width, height } = text.getBBox();
      if (!drawing || width === 0) return [];
      const above = height / 4; // a text's box has empty space above the capitals
      const isInside =
        x >= -0.5 && x + width <= drawing.width + 0.5 && y >= -above && y + height <= drawing.height + above;
      return isInside ? [] : [`${text.textContent}: ${x} to ${x + width} of ${drawing.width}`];
    }),
  );
