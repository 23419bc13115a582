import type { Page } from "@playwright/test";
import type { Person } from "./person";

/** The fonts that may draw a page: ours, a device's own where ours never comes, and one a fifth wider than either. */
export const typefaces = ["the typeface", "the device's own font", "a font a fifth wider"] as const;
export type Typeface = (typeof typefaces)[number];

/** From now on a person's browser draws every page with this. To be said before their first page. */
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

/** Whether both weights of our typeface have come and draw the page. */
export const hasTypeface = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    return ["400", "700"].every((weight) =>
      [...document.fonts].some((face) => face.family === "latin" && face.weight === weight && face.status === "loaded"),
    );
  });

/** The words in drawings that are cut at an edge, whole or in part. */
export const wordsCut = (page: Page): Promise<string[]> =>
  page.locator("svg[viewBox] text").evaluateAll((texts) =>
    texts.flatMap((text) => {
      if (!(text instanceof SVGTextElement) || !text.checkVisibility()) return [];
      const drawing = text.ownerSVGElement?.viewBox.baseVal;
      const { x, y, width, height } = text.getBBox();
      if (!drawing || width === 0) return [];
      const above = height / 4; // above its capitals a letter's box is empty
      const isInside =
        x >= -0.5 && x + width <= drawing.width + 0.5 && y >= -above && y + height <= drawing.height + above;
      return isInside ? [] : [`${text.textContent}: ${x} to ${x + width} of ${drawing.width}`];
    }),
  );
