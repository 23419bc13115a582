import type { Facts, TermsThen } from "./facts";
import type { Found } from "./invariants";

/** All that decides, line by line and in one order. */
function decides({ risks, expectedDips, stopRules, measures, ...terms }: TermsThen): string {
  const line = (row: object, parts: string) => parts.split(" ").map((part) => Reflect.get(row, part) ?? null);
  const carriers = (by: { id: string }[]) => by.map(({ id }) => id).toSorted();
  const lines = [
    line({ ...terms, noHarmForeseen: terms.noHarmForeseen || null }, "changeIdea place reversible noHarmForeseen"),
    ...risks.map((risk) => [
      ...line(risk, "id harm whoIsAffected domain consequence likelihood controls earlyWarning"),
      ...carriers(risk.carriedBy),
    ]),
    ...expectedDips.map((dip) => [
      ...[...line(dip, "id fromOn endsOn worstValue"), dip.measure.id, ...carriers(dip.carriedBy)],
    ]),
    ...stopRules.map(({ onMeasure, ...rule }) => [
      ...line(rule, "id kind words"),
      ...(onMeasure ? [onMeasure.measure.id, ...line(onMeasure, "threshold metWhen periodsRunning")] : []),
    ]),
    ...measures.map((it) => line(it, "id name operationalDefinition unit direction rhythm counting role")),
  ];
  return lines
    .map((one) => JSON.stringify(one))
    .toSorted()
    .join();
}

/** Rule I7: one hash stands for one set of terms, and the experiment's is that of its terms now. */
export function* ofHashes({ kept, termsNow, hashNow, experiment }: Facts): Found {
  if (experiment.materialHash !== hashNow) yield ["I7.3", experiment.id];
  const all = [...kept, { materialHash: experiment.materialHash, terms: termsNow }];
  for (const [index, { materialHash, terms }] of all.entries()) {
    const earlier = all.slice(0, index).find((one) => one.materialHash === materialHash);
    if (earlier && decides(earlier.terms) !== decides(terms)) yield ["I7.2", `${materialHash} ${index}`];
  }
}
