import type { Route } from "next";
import type { SummaryRow } from "@/app/ui/summary-list";
import { dipAtWorst } from "@/server/dips/dip";
import { stopRuleWithNote } from "@/server/dips/stop-rule-in-words";
import { dayInWords, listInWords, untilEndOf } from "@/server/format";
import type { Terms } from "@/server/permissions/terms/terms";
import { riskScore, riskScoreInWords } from "@/server/risks/score";
import { leadersInWords } from "../who/leaders-in-words";

type AnswersToCheck = {
  terms: Omit<Terms, "fromOn" | "endsOn" | "whyLonger">;
  draft: { fromOn: string | null; endsOn: string | null; boardId: string | null; whyLonger: string | null };
  carriers: { organisation: string; leaders: { name: string; standsInFor: string | null }[] }[];
  boards: { id: string; name: string }[];
  renewal: unknown;
};

/** A row per question with its answer and a link to change it. */
export function answerRows(
  experimentId: string,
  { terms, draft, carriers, boards, renewal }: AnswersToCheck,
): SummaryRow[] {
  const change = (part: string, what: string) => ({
    href: `/experiments/${experimentId}/${part}` as Route,
    what,
  });
  const changeWho = change("permission/ask/who", "who is asked, and until when");
  const risks = terms.risks.toSorted((a, b) => riskScore(b) - riskScore(a));
  const board = boards.length === 1 ? boards[0] : boards.find(({ id }) => id === draft.boardId);
  const { fromOn, endsOn } = draft;
  return [
    { term: "You would try", value: terms.changeIdea, change: change("edit?from=asking", "the idea") },
    {
      term: "What could go wrong",
      value: risks.map((risk) => `${risk.harm} ${riskScoreInWords(risk)}.`).join("\n"),
      change: change("risks?from=asking", "what could go wrong"),
    },
    {
      term: "The risk of not trying",
      value: terms.riskOfNotTrying,
      change: change("risks?from=asking", "the risk of not trying"),
    },
    {
      term: "Expected dip",
      value: terms.expectedDips.map(dipInWords).join("\n") || "None",
      change: change("dips?from=asking", "what may dip"),
    },
    { term: "What makes you stop", value: terms.stopRules.map(stopRuleWithNote).join("\n") || "No rule is set" },
    {
      term: "When",
      value: fromOn && endsOn ? `From ${dayInWords(fromOn)} ${untilEndOf(endsOn)}` : "",
      change: changeWho,
    },
    ...(renewal
      ? [
          {
            term: "Why longer",
            value: draft.whyLonger,
            change: change("permission/ask/why-longer", "why you ask for longer"),
          },
        ]
      : []),
    {
      term: "Who is asked",
      value: [
        ...carriers.map(({ organisation, leaders }) => `${organisation}: ${leadersInWords(leaders)}`),
        ...(board ? [`The ${board.name}`] : []),
      ].join("\n"),
    },
  ];
}

const dipInWords = (dip: Terms["expectedDips"][number]) =>
  `${dipAtWorst(dip)}. Carried by ${listInWords(dip.carriedBy.map((party) => party.name))}.`;
