import type { Metadata } from "next";
import { type NoticeCode, noticeIn } from "@/app/notices";
import { PageNotice } from "@/app/page-notice";
import { LinkButton } from "@/app/ui/button";
import { Details } from "@/app/ui/details";
import { OwnWords } from "@/app/ui/own-words";
import { api } from "@/server/caller";
import { momentInWords } from "@/server/format";
import { ExperimentSubpage } from "../experiment-subpage";
import { EndForm } from "./end-form";
import { PauseForm } from "./pause-form";
import { Paused } from "./paused";
import { Thanks } from "./thanks";

type StopPageProps = PageProps<"/experiments/[experimentId]/stop">;

export async function generateMetadata({ params, searchParams }: StopPageProps): Promise<Metadata> {
  const { stage } = await api.experiments.find(await params);
  return { title: headingOf(stage, noticeIn(await searchParams)) };
}

export default async function StopPage({ params, searchParams }: StopPageProps) {
  const { experimentId } = await params;
  const [experiment, { carriers }] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.overview({ experimentId }),
  ]);
  const { title, stage, may, startedAt, lastTurn, conclusion } = experiment;
  const notice = noticeIn(await searchParams);
  const heading = headingOf(stage, notice);
  const thanksProps = { experiment, carriers, title: heading };
  if (stage === "paused" && notice === "experiment paused") {
    return (
      <main>
        <Thanks
          {...thanksProps}
          next="Thank you for saying so. It stays paused until people agree how to go on. You can add details later."
        />
      </main>
    );
  }
  if (stage === "ended" && notice === "experiment ended") {
    return (
      <main>
        <Thanks
          {...thanksProps}
          next={
            may.conclude
              ? "Thank you for trying. Say what you learned while it is fresh."
              : "Thank you for saying why. Its team is asked to say what it learned."
          }
        >
          {may.conclude && <LinkButton href={`/experiments/${experimentId}/learning`}>Say what we learned</LinkButton>}
        </Thanks>
      </main>
    );
  }
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading={heading}>
      <PageNotice search={searchParams} />
      {stage === "ended" && lastTurn?.reason && (
        <OwnWords text={lastTurn.reason} by={lastTurn.by ?? "A stop rule"} when={momentInWords(lastTurn.at)} />
      )}
      {stage === "ended" && <p>There is nothing left to pause.</p>}
      {stage === "ended" && may.conclude && !conclusion && (
        <LinkButton href={`/experiments/${experimentId}/learning`}>Say what we learned</LinkButton>
      )}
      {stage === "paused" && <Paused experiment={experiment} />}
      {stage !== "ended" && stage !== "paused" && (
        <PauseSection experimentId={experimentId} started={startedAt !== null} may={may.pause} />
      )}
      {may.stop && !may.decideInPause && stage === "paused" && (
        <section>
          <h2 className="nhsuk-heading-m">End it</h2>
          <EndForm experimentId={experimentId} />
        </section>
      )}
      {may.stop && stage !== "paused" && (
        <Details summary="End it for good">
          <EndForm experimentId={experimentId} />
        </Details>
      )}
    </ExperimentSubpage>
  );
}

function PauseSection({ experimentId, started, may }: { experimentId: string; started: boolean; may: boolean }) {
  if (!started) return <p>It has not started yet, so there is nothing to pause. Tell its team what you see.</p>;
  if (!may) return <p>Its team, the organisations that take part and their leaders can pause it. Tell one of them.</p>;
  return (
    <>
      <p>Press the button and it is paused at once. You need not fill anything in.</p>
      <PauseForm experimentId={experimentId} />
    </>
  );
}

function headingOf(stage: string, notice: NoticeCode | undefined): string {
  if (stage === "paused") return notice === "experiment paused" ? "It is paused now" : "Go on or end it";
  return stage === "ended" ? "It has ended" : "Something is wrong";
}
