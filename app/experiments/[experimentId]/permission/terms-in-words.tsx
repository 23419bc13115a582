import { SummaryList } from "@/app/ui/summary-list";
import { dipAtWorst } from "@/server/dips/dip";
import { dayInWords, listInWords, untilEndOf } from "@/server/format";
import type { Terms } from "@/server/permissions/terms/terms";
import { riskScore, riskScoreInWords } from "@/server/risks/score";
import { otherFieldsInWords } from "@/server/risks/words";

type TermsInWordsProps = { terms: Omit<Terms, "fromOn" | "endsOn"> & { fromOn?: string; endsOn?: string } };

/** The exact terms, rendered the same for the team's preview and the leader. */
export function TermsInWords({ terms }: TermsInWordsProps) {
  const risks = terms.risks.toSorted((a, b) => riskScore(b) - riskScore(a));
  const rows = [
    { term: "They would try", value: terms.changeIdea },
    { term: "Where", value: terms.place },
    { term: "They expect", value: terms.prediction },
    { term: "The team", value: listInWords(terms.team.map((member) => member.name)) },
    { term: "Taking part", value: listInWords(terms.takingPart.map((party) => party.name)) },
    ...risks.map((risk, index) => ({
      term: index === 0 ? "What could go wrong" : `And risk ${index + 1}`,
      value: (
        <>
          {risk.harm}
          {"\n"}
          <strong>{riskScoreInWords(risk)}.</strong> {risk.controls}
          {otherFieldsInWords(risk, ["harm", "consequence", "likelihood", "controls"]).map(
            ({ term, words }) => `\n${term}: ${words}`,
          )}
          {"\n"}Carried by {listInWords(risk.carriedBy.map((party) => party.name))}.
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
  const { fromOn, endsOn } = terms;
  const dates = fromOn && endsOn ? [{ term: "When", value: `From ${dayInWords(fromOn)} ${untilEndOf(endsOn)}` }] : [];
  return <SummaryList rows={[...dates, ...rows]} />;
}
