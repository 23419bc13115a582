import { LinkButton } from "@/app/ui/button";
import { Inset } from "@/app/ui/inset";
import { Sentences } from "@/app/ui/sentences";
import { api } from "@/server/caller";
import { nextStep } from "@/server/experiments/next-step";
import { NoPermissionNeeded } from "./no-permission-needed";
import { StartButton } from "./start-button";
import type { Experiment, PermissionOverview } from "./state-sentence";

type NextStepBoxProps = { experiment: Experiment; carriers: PermissionOverview["carriers"]; riskCount: number };

/** For the team: the next step as one button, and beforehand the reasons why it cannot start. */
export async function NextStepBox({ experiment, carriers, riskCount }: NextStepBoxProps) {
  const { id: experimentId, stage, may, prediction, riskOfNotTrying, noHarmForeseen, conclusion } = experiment;
  const onTeam = stage === "ended" ? may.conclude : may.start;
  if (!onTeam) return null;
  const notStarted = stage === "idea" || stage === "asked" || stage === "permitted";
  const mayStart = notStarted || stage === "terms changed" || stage === "permission ended";
  const whyNotStart = mayStart ? await api.experiments.whyNotStart({ experimentId }) : [];
  const { fits } = mayStart ? await api.standing.forExperiment({ experimentId }) : { fits: [] };
  const concluded = conclusion !== null;
  const risksSaid = riskCount > 0 || noHarmForeseen;
  const next = nextStep({ stage, prediction, risksSaid, riskOfNotTrying, whyNotStart, concluded });
  return (
    <>
      {notStarted && whyNotStart.length > 0 && risksSaid && (
        <Inset>
          <p>Why it has not started:</p>
          <Sentences of={whyNotStart} />
        </Inset>
      )}
      {next && (
        <>
          <h2 className="nhsuk-heading-m mb-2">Next</h2>
          <p>{next.sentence}</p>
          <NoPermissionNeeded carriers={carriers} fits={fits} />
          {next.part === "start" ? (
            <StartButton experimentId={experimentId} />
          ) : (
            <LinkButton href={`/experiments/${experimentId}/${next.part}`}>{next.label}</LinkButton>
          )}
        </>
      )}
    </>
  );
}
