import { SummaryList } from "@/app/ui/summary-list";
import { dipAtWorst } from "@/server/dips/dip";
import { stopRuleWithNote } from "@/server/dips/stop-rule-in-words";
import { dayInWords, listInWords, untilEndOf } from "@/server/format";
import { noHarmInWords, undoneInWords } from "@/server/permissions/answering/one-page";
import { measureInWords } from "@/server/permissions/terms/measure-in-words";
import type { Terms } from "@/server/permissions/terms/terms";
import { riskRows } from "./risk-rows";

type TermsInWordsProps = { terms: Omit<Terms, "fromOn" | "endsOn"> & { fromOn?: string; endsOn?: string } };

/** The exact terms, rendered the same for the team's preview and the leader. */
export function TermsInWords({ terms }: TermsInWordsProps) {
  const rulesOf = (kind: "safety" | "talk") =>
    terms.stopRules
      .filter((rule) => rule.kind === kind)
      .map(stopRuleWithNote)
      .join("\n");
  const dipInWords = (dip: Terms["expectedDips"][number]) =>
    `${dipAtWorst(dip)}, from ${dayInWords(dip.fromOn)}. Carried by ${listInWords(dip.carriedBy.map((party) => party.name))}.`;
  const rows = [
    ...(terms.whyLonger ? [{ term: "Why longer", value: terms.whyLonger }] : []),
    { term: "What bothers them", value: terms.problem },
    { term: "They would try", value: terms.changeIdea },
    { term: "Where", value: terms.place },
    { term: "They expect", value: terms.prediction },
    { term: "Because", value: terms.predictionBecause },
    { term: "The team", value: listInWords(terms.team.map((member) => member.name)) },
    { term: "Taking part", value: listInWords(terms.takingPart.map((party) => party.name)) },
    ...riskRows(terms.risks),
    ...(noHarmInWords(terms) ? [{ term: "What could go wrong", value: noHarmInWords(terms) }] : []),
    { term: "Can it be undone?", value: undoneInWords(terms.reversible) },
    { term: "The risk of not trying", value: terms.riskOfNotTrying },
    { term: "Expected dip", value: terms.expectedDips.map(dipInWords).join("\n") || "None" },
    { term: "What makes them stop", value: rulesOf("safety") || "No rule is set" },
    { term: "What makes them talk", value: rulesOf("talk") || "No rule is set" },
    ...terms.measures.map(measureInWords).map(({ name, meaning }, index) => ({
      term: index === 0 ? "What they measure" : `And measure ${index + 1}`,
      value: `${name}\n${meaning}`,
    })),
  ];
  const { fromOn, endsOn } = terms;
  const dates = fromOn && endsOn ? [{ term: "When", value: `From ${dayInWords(fromOn)} ${untilEndOf(endsOn)}` }] : [];
  return <SummaryList rows={[...dates, ...rows]} />;
}
