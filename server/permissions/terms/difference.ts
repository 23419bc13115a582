import { stopRuleWithNote } from "@/server/dips/stop-rule-in-words";
import { dayInWords, listInWords, untilEndOf } from "@/server/format";
import { exactAmount } from "@/server/measures/figures";
import { noHarmInWords } from "@/server/permissions/answering/one-page";
import { measureInWords } from "@/server/permissions/terms/measure-in-words";
import type { Terms } from "@/server/permissions/terms/terms";
import { otherFieldsInWords } from "@/server/risks/words";

/** One part of the terms as the leader read it, and now. Empty where added or removed. */
export type Difference = { part: string; before: string; now: string };
type Words = Omit<Terms, "fromOn" | "endsOn"> & Partial<Pick<Terms, "fromOn" | "endsOn">>;

/** The changed parts of the terms, for two columns side by side. Days and the reason for a renewal are compared only if both have them. */
export function differences(then: Words, now: Words): Difference[] {
  const before = partsOf(then);
  const after = partsOf(now);
  const parts = [...new Set([...before.keys(), ...after.keys()])];
  return parts.flatMap((part) => {
    const [was, is] = [before.get(part), after.get(part)];
    if (was?.words === is?.words || (partsOfRequest.includes(part) && !(was && is))) return [];
    return [{ part: (is ?? was)?.name ?? part, before: was?.words ?? "", now: is?.words ?? "" }];
  });
}

/** Parts that belong to a request, not to the terms. */
const partsOfRequest = ["days", "whyLonger"];

/** Fields of a risk that are listed separately. */
const separateFields = ["harm", "whoIsAffected", "domain", "consequence", "likelihood"] as const;

const names = (parties: { name: string }[]) => listInWords(parties.map((party) => party.name).toSorted());

function partsOf(terms: Words): Map<string, { name: string; words: string }> {
  const parts = new Map<string, { name: string; words: string }>();
  const put = (key: string, name: string, words: string) => parts.set(key, { name, words });
  if (terms.fromOn && terms.endsOn) {
    put("days", "When", `From ${dayInWords(terms.fromOn)} ${untilEndOf(terms.endsOn)}`);
  }
  put("problem", "What bothers them", terms.problem);
  put("changeIdea", "What they would try", terms.changeIdea);
  put("place", "Where", terms.place);
  put("prediction", "What they expect", terms.prediction);
  put("predictionBecause", "Why they expect it", terms.predictionBecause);
  put("takingPart", "Who takes part", names(terms.takingPart));
  put("team", "Who is on the team", names(terms.team));
  put("riskOfNotTrying", "The risk of not trying", terms.riskOfNotTrying);
  if (terms.whyLonger) put("whyLonger", "Why longer", terms.whyLonger);
  put("noHarmForeseen", "Whether harm is foreseen", noHarmInWords(terms));
  const undone = terms.reversible == null ? "" : terms.reversible ? "Yes" : "No";
  put("reversible", "Whether it can be undone", undone);
  for (const risk of terms.risks) {
    const { consequence, likelihood, harm, whoIsAffected, domain } = risk;
    const score = `${consequence} × ${likelihood} = ${consequence * likelihood}`;
    const lines = [
      harm,
      whoIsAffected,
      `${domain}, ${score}`,
      ...otherFieldsInWords(risk, separateFields).map(({ words }) => words),
      `Carried by ${names(risk.carriedBy)}`,
    ];
    put(`risk ${risk.id}`, "A risk", lines.join("\n"));
  }
  for (const measure of terms.measures) {
    const { name, meaning } = measureInWords(measure);
    put(`measure ${measure.id}`, "A measure", `${name}\n${meaning}`);
  }
  for (const dip of terms.expectedDips) {
    const days = `from ${dayInWords(dip.fromOn)} ${untilEndOf(dip.endsOn)}`;
    const words = `${dip.measure.name}: as far as ${exactAmount(dip.worstValue, dip.unit)}, ${days}\nCarried by ${names(dip.carriedBy)}`;
    put(`dip ${dip.id}`, "An expected dip", words);
  }
  for (const rule of terms.stopRules) {
    const kind = rule.kind === "safety" ? "They stop if" : "They talk if";
    put(`rule ${rule.id}`, "A rule", `${kind}\n${stopRuleWithNote(rule)}`);
  }
  return parts;
}
