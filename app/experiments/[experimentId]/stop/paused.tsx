import Link from "next/link";
import { Details } from "@/app/ui/details";
import { OwnWords } from "@/app/ui/own-words";
import { Sentences } from "@/app/ui/sentences";
import { api } from "@/server/caller";
import { momentInWords, sentenceCase } from "@/server/words";
import type { Experiment } from "../state-sentence";
import { GoOnForm } from "./go-on-form";
import { PauseForm } from "./pause-form";

/** Paused: who paused it and why, and for the team how to go on. No decision is the safe decision: it stays paused. */
export async function Paused({ experiment }: { experiment: Experiment }) {
  const { id: experimentId, lastTurn, may } = experiment;
  const whyNot = may.resume ? await api.experiments.whyNotStart({ experimentId }) : [];
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
      <p>It stays paused until its team lets it go on. Nobody needs to hurry.</p>
      <p>
        <Link href={`/experiments/${experimentId}/history`}>Everything that was said about it</Link>
      </p>
      {may.resume && (
        <section>
          <h2 className="nhsuk-heading-m">Let it go on</h2>
          {whyNot.length === 0 ? (
            <GoOnForm experimentId={experimentId} />
          ) : (
            <>
              <p>Before it can go on:</p>
              <Sentences of={whyNot} />
            </>
          )}
        </section>
      )}
      {may.pause && (
        <Details summary="Say more about what is wrong">
          <PauseForm experimentId={experimentId} />
        </Details>
      )}
    </>
  );
}
