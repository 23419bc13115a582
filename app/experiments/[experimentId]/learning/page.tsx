import type { Metadata } from "next";
import { noticeIn } from "@/app/notices";
import { BackLink } from "@/app/ui/back-link";
import { EmptyState } from "@/app/ui/empty-state";
import { Inset } from "@/app/ui/inset";
import { Link } from "@/app/ui/link";
import { OwnWords } from "@/app/ui/own-words";
import { Panel } from "@/app/ui/panel";
import { api } from "@/server/caller";
import { ExperimentSubpage } from "../experiment-subpage";
import type { Experiment } from "../state-sentence";
import { ConcludeForm } from "./conclude-form";
import { Conclusion } from "./conclusion";

type LearningPageProps = PageProps<"/experiments/[experimentId]/learning">;
const thanks = "Thank you for trying, and for saying what you learned";

export async function generateMetadata({ searchParams }: LearningPageProps): Promise<Metadata> {
  return { title: noticeIn(await searchParams) === "experiment concluded" ? thanks : "What we learned" };
}

export default async function LearningPage({ params, searchParams }: LearningPageProps) {
  const { experimentId } = await params;
  const experiment = await api.experiments.find({ experimentId });
  const { title, conclusion, may, shared, stage } = experiment;
  const expected = predictionOf(experiment);
  if (conclusion && noticeIn(await searchParams) === "experiment concluded") {
    return (
      <>
        <BackLink href={`/experiments/${experimentId}`}>{title}</BackLink>
        <main>
          <Panel title={thanks}>
            <p className="mb-0">{shared ? "Everyone in the system can use it now." : "Your team can use it now."}</p>
          </Panel>
          <Conclusion conclusion={conclusion} expected={expected} />
          <p>
            <Link href="/learning">What others learned</Link>
          </p>
        </main>
      </>
    );
  }
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="What we learned">
      {conclusion && <Conclusion conclusion={conclusion} expected={expected} />}
      {!conclusion && may.conclude && (
        <>
          {!shared && (
            <Inset>
              <p>
                Only your team sees this draft, and that stays so once it has ended. If others can learn from it, show
                it to everyone on <Link href={`/experiments/${experimentId}`}>its page</Link> first.
              </p>
            </Inset>
          )}
          <p>It takes the same few questions whether it worked or not.</p>
          <p>
            <Link href={`/experiments/${experimentId}/results`}>See its results</Link>
          </p>
          {expected && <OwnWords text={expected} by="What you expected" />}
          <ConcludeForm experimentId={experimentId} stopped={stage === "ended"} />
        </>
      )}
      {!conclusion && !may.conclude && (
        <EmptyState>
          {stage === "ended"
            ? "It has ended. Its team has not said yet what it learned."
            : "Here you will find what the team expected, what happened and what it learned, once it has ended."}
        </EmptyState>
      )}
      <p>
        <Link href="/learning">What others learned</Link>
      </p>
    </ExperimentSubpage>
  );
}

function predictionOf({ prediction, predictionBecause }: Experiment): string {
  return [prediction, predictionBecause && `because ${predictionBecause}`].filter(Boolean).join(", ");
}
