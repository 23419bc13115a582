import { SummaryList } from "@/app/ui/summary-list";
import { dipAtWorst } from "@/server/dips/dip";
import { stopRuleWithNote } from "@/server/dips/stop-rule-in-words";
import { stageInWords } from "../../stage-words";
import { riskRows } from "../permission/risk-rows";
import type { Experiment, PermissionOverview } from "../state-sentence";

/** What a board member reads before answering: the idea, stage, risks, dips and stop rules. */
export function ExperimentSummary({
  experiment,
  terms,
}: {
  experiment: Experiment;
  terms: PermissionOverview["terms"];
}) {
  const dips = terms.expectedDips.map(dipAtWorst);
  return (
    <SummaryList
      rows={[
        { term: "They would try", value: experiment.changeIdea },
        { term: "Where it stands", value: stageInWords(experiment.stage) },
        ...riskRows(terms.risks),
        { term: "The risk of not trying", value: experiment.riskOfNotTrying },
        { term: "Expected dip", value: dips.join("\n") || "None" },
        {
          term: "What makes them stop",
          value: terms.stopRules.map(stopRuleWithNote).join("\n") || "No rule is set",
        },
      ]}
    />
  );
}
