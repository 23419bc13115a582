/** A figure that occurs nowhere else in the world, and whose it is. */
export type PlantedFigure = { measureId: string; organisationId: string; figures: readonly number[] };

/** The planted figures that occur in a text, written as 7310021, 7,310,021 or 7310021.0. */
export function findPlanted(text: string, planted: readonly PlantedFigure[]): PlantedFigure[] {
  const digits = new Set((text.replaceAll(/(?<=\d),(?=\d{3})/g, "").match(/\d{7,}/g) ?? []).map(Number));
  return planted.filter(({ figures }) => figures.some((figure) => digits.has(figure)));
}

/** Measures for which figures of more than one organisation were found. */
export function measuresOfSeveral(figures: readonly PlantedFigure[]): string[] {
  const whose = new Map<string, Set<string>>();
  for (const { measureId, organisationId } of figures) {
    whose.set(measureId, (whose.get(measureId) ?? new Set()).add(organisationId));
  }
  return [...whose].filter(([, organisations]) => organisations.size > 1).map(([measureId]) => measureId);
}
