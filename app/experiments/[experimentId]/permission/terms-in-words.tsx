import { SummaryList } from "@/app/ui/summary-list";
import { dipAtWorst } from "@/server/permissions/dip";
import type { Terms } from "@/server/permissions/terms";
import { riskScore, riskScoreInWords } from "@/server/risks/score";
import { otherFieldsInWords } from "@/server/risks/words";
import { dayInWords, listed, untilEndOf } from "@/server/words";

type TermsInWordsProps = { terms: Omit<Terms, "fromOn" | "untilOn"> & { fromOn?: string; untilOn?: string } };

/** The exact terms, as the team previews them and the leader reads them: one code path, so they cannot differ. */
export function TermsInWords({ terms }: TermsInWordsProps) {
  const risks = terms.risks.toSorted((a, b) => riskScore(b) - riskScore(a));
  const rows = [
    { term: "They would try", value: terms.changeIdea },
    { term: "Where", value: terms.place },
    { term: "They expect", value: terms.prediction },
    { term: "The team", value: listed(terms.team.map((member) => member.name)) },
    { term: "Taking part", value: listed(terms.takingPart.map((party) => party.name)) },
    ...risks.map((risk, index) => ({
      term: index === 0 ? "What could go wrong" : `And risk ${index + 1}`,
      value: (
        <>
          {risk.harm}
          {"\n"}
          <strong>{riskScoreInWords(risk)}.</strong> {risk.reducedBy}
          {otherFieldsInWords(risk, ["harm", "consequence", "likelihood", "reducedBy"]).map(
            ({ term, words }) => `\n${term}: ${words}`,
          )}
          {"\n"}Carried by {listed(risk.carriedBy.map((party) => party.name))}.
        </>
      ),
    })),
    { term: "The risk of not trying", value: terms.riskOfNotTrying },
    {
      term: "Expected dip",
      value: terms.expectedDips.map(dipAtWorst).join("\n") || "None",
    },
    { term: "What makes them stop", value: terms.stopRules.map((rule) => rule.words).join("\n") || "No rule is set" },
  ];
  const { fromOn, untilOn } = terms;
  const dates = fromOn && untilOn ? [{ term: "When", value: `From ${dayInWords(fromOn)} ${untilEndOf(untilOn)}` }] : [];
  return <SummaryList rows={[...dates, ...rows]} />;
}
