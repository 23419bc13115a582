import { Details } from "@/app/ui/details";
import { Link } from "@/app/ui/link";
import { OwnWords } from "@/app/ui/own-words";
import { Sentences } from "@/app/ui/sentences";
import { api } from "@/server/caller";
import { keepsItPaused, staysPausedUntil } from "@/server/experiments/pauses";
import { momentInWords, sentenceCase } from "@/server/format";
import type { Experiment } from "../state-sentence";
import { DecideInPauseForm } from "./decide-in-pause-form";
import { Decisions, decisionsToKeepPaused, Fixes } from "./decisions";
import { GoOnForm } from "./go-on-form";
import { PauseForm } from "./pause-form";
import { ReportFixForm } from "./report-fix-form";

type PausedProps = { experiment: Experiment };

/** Who paused it and why, and how it can go on. Without a decision it stays paused. */
export async function Paused({ experiment }: PausedProps) {
  const { id: experimentId, may } = experiment;
  const [{ pauses, waitsForLeader, until, toDecide }, decisions, fixes, whyNot] = await Promise.all([
    api.permissions.paused({ experimentId }),
    api.permissions.pauseDecisions({ experimentId }),
    api.permissions.fixes({ experimentId }),
    may.resume ? api.experiments.whyNotStart({ experimentId }) : [],
  ]);
  const keptPaused = decisionsToKeepPaused(decisions).map((decision) => `${keepsItPaused(decision)}.`);
  const reasons = [...keptPaused, ...whyNot];
  return (
    <>
      {pauses.map(({ pauseReason, reason, by, at }) => (
        <OwnWords
          key={at}
          text={[pauseReason && sentenceCase(pauseReason), reason].filter(Boolean).join(". ")}
          by={by ?? "A stop rule"}
          when={momentInWords(at)}
        />
      ))}
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
      {waitsForLeader && !may.resume && <p>{staysPausedUntil(until)}</p>}
      {may.resume && waitsForLeader && (
        <section>
          <h2 className="nhsuk-heading-m">How it goes on</h2>
          <p>{staysPausedUntil(until)}</p>
          {reasons.length > 0 && (
            <>
              <p>Before it can go on:</p>
              <Sentences of={reasons} />
            </>
          )}
          <ReportFixForm experimentId={experimentId} />
        </section>
      )}
      {may.resume && !waitsForLeader && (
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
              {keptPaused.length > 0 && <ReportFixForm experimentId={experimentId} />}
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
