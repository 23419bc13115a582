/** A figure that stands nowhere else in the world, and whose it is. */
export type Planted = { measureId: string; organisationId: string; figures: readonly number[] };

/** The planted figures in a text, however they are written: 7310021, 7,310,021 or 7310021.0. */
export function plantedIn(text: string, planted: readonly Planted[]): Planted[] {
  const digits = new Set((text.replaceAll(/(?<=\d),(?=\d{3})/g, "").match(/\d{7,}/g) ?? []).map(Number));
  return planted.filter(({ figures }) => figures.some((figure) => digits.has(figure)));
}

/** Measures of which more than one organisation's figure is among these. */
export function sideBySide(found: readonly Planted[]): string[] {
  const whose = new Map<string, Set<string>>();
  for (const { measureId, organisationId } of found) {
    whose.set(measureId, (whose.get(measureId) ?? new Set()).add(organisationId));
  }
  return [...whose].filter(([, organisations]) => organisations.size > 1).map(([measureId]) => measureId);
}
