import Link from "next/link";
import { Details } from "@/app/ui/details";
import { OwnWords } from "@/app/ui/own-words";
import { Sentences } from "@/app/ui/sentences";
import { api } from "@/server/caller";
import { momentInWords, sentenceCase } from "@/server/format";
import type { Experiment } from "../state-sentence";
import { DecideInPauseForm } from "./decide-in-pause-form";
import { Decisions, decisionsToKeepPaused, Fixes } from "./decisions";
import { GoOnForm } from "./go-on-form";
import { PauseForm } from "./pause-form";
import { ReportFixForm } from "./report-fix-form";

type PausedProps = { experiment: Experiment; carriers: { organisationId: string; organisation: string }[] };

/** Paused: who paused it and why, and how it goes on. No decision is the safe decision: it stays paused. */
export async function Paused({ experiment, carriers }: PausedProps) {
  const { id: experimentId, lastTurn, may } = experiment;
  const [decisions, fixes, whyNot, who] = await Promise.all([
    api.permissions.pauseDecisions({ experimentId }),
    api.permissions.fixes({ experimentId }),
    may.resume ? api.experiments.whyNotStart({ experimentId }) : [],
    api.organisations.mine(),
  ]);
  const mine = [...who.memberships.filter((at) => at.role === "leader"), ...who.standsInFor].map(
    (at) => at.organisationId,
  );
  const toDecide = may.decideInPause ? carriers.filter((carrier) => mine.includes(carrier.organisationId)) : [];
  const kept = decisionsToKeepPaused(decisions).map((one) => `${one.by} keeps it paused for ${one.organisation}.`);
  const reasons = [...kept, ...whyNot];
  return (
    <>
      {lastTurn && (
        <OwnWords
          text={[lastTurn.pauseReason && sentenceCase(lastTurn.pauseReason), lastTurn.reason]
            .filter(Boolean)
            .join(". ")}
          by={lastTurn.by ?? "A stop rule"}
          when={momentInWords(lastTurn.at)}
        />
      )}
      <Decisions decisions={decisions} />
      <Fixes fixes={fixes} />
      <p>It is paused, and stays so until people decide. If you do nothing, it stays paused.</p>
      {toDecide.length > 0 && (
        <DecideInPauseForm
          experimentId={experimentId}
          fixed={fixes.length > 0}
          organisations={toDecide.map(({ organisationId, organisation }) => ({
            value: organisationId,
            label: organisation,
          }))}
        />
      )}
      {may.resume && (
        <section>
          <h2 className="nhsuk-heading-m">Let it go on</h2>
          {reasons.length === 0 ? (
            <>
              <GoOnForm experimentId={experimentId} />
              <Details summary="Let the leaders decide instead">
                <ReportFixForm experimentId={experimentId} />
              </Details>
            </>
          ) : (
            <>
              <p>Before it can go on:</p>
              <Sentences of={reasons} />
              {kept.length > 0 && <ReportFixForm experimentId={experimentId} />}
            </>
          )}
        </section>
      )}
      <p>
        <Link href={`/experiments/${experimentId}/history`}>Everything that was said about it</Link>
      </p>
      {may.pause && (
        <Details summary="Say more about what is wrong">
          <PauseForm experimentId={experimentId} />
        </Details>
      )}
    </>
  );
}
