import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { PageNotice } from "@/app/page-notice";
import { LinkButton } from "@/app/ui/button";
import { Link } from "@/app/ui/link";
import { type Task, TaskList } from "@/app/ui/task-list";
import { api } from "@/server/caller";
import { dayInWords } from "@/server/format";
import { saysWhatCouldGoWrong } from "@/server/permissions/asking/ask";
import type { AskingTask } from "@/server/permissions/asking/tasks";
import { ExperimentSubpage } from "../../experiment-subpage";
import { AllowedWithoutAsking } from "./allowed-without-asking";
import { onlyTheTeamAsks } from "./only-the-team";

export const metadata: Metadata = { title: "Ask for permission" };

export default async function AskPage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/permission/ask">) {
  const { experimentId } = await params;
  const { renews } = await searchParams;
  const [{ title, may }, asking] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.permissions.asking({ experimentId }),
  ]);
  const { stage, draft, renewal, carriers, onOwnWord, tasks, whyNotSend, terms, halfWritten, dips, stopRules } = asking;
  const base = `/experiments/${experimentId}` as const;
  /** A task not yet started links straight to its first question. */
  const started = {
    idea: true,
    measures: true,
    risks: terms.risks.length + halfWritten > 0,
    dips: dips.length + stopRules > 0,
    leaders: true,
  };
  if (may.askPermission && typeof renews === "string" && renews !== draft.renewsId) {
    redirect(`${base}/permission/ask/why-longer?renews=${encodeURIComponent(renews)}`);
  }
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="Ask for permission">
      <PageNotice search={searchParams} />
      {!may.askPermission ? (
        <p>{onlyTheTeamAsks}</p>
      ) : (
        <>
          <AllowedWithoutAsking
            experimentId={experimentId}
            onOwnWord={saysWhatCouldGoWrong(terms) ? onOwnWord : []}
            all={onOwnWord.length === carriers.length}
          />
          {stage === "asked" && !renewal && <p>The leaders have a request already. Sending again asks them anew.</p>}
          {renewal && (
            <p>
              It asks for longer than {dayInWords(renewal.endsOn)}.{" "}
              <Link href={`${base}/permission/ask/why-longer`}>Why you ask for longer</Link>
            </p>
          )}
          <TaskList tasks={tasks.map((task) => toTask(base, task, started[task.task]))} />
          {(saysWhatCouldGoWrong(terms) || dips.length > 0) && (
            <p>
              <Link href={`${base}/permission/ask/preview`}>See what the leaders will read</Link>
            </p>
          )}
          {whyNotSend.length === 0 && <LinkButton href={`${base}/permission/ask/check`}>Check and send</LinkButton>}
        </>
      )}
    </ExperimentSubpage>
  );
}

const taskNames = {
  idea: "The idea",
  measures: "How you will know",
  risks: "What could go wrong",
  dips: "What dip to expect",
  leaders: "Who must say yes, and until when",
};
const taskPages = {
  idea: "edit?from=asking",
  measures: "results/add-measure?from=asking",
  risks: "risks?from=asking",
  dips: "dips?from=asking",
  leaders: "permission/ask/who",
};

const firstQuestions = { ...taskPages, risks: "risks/draft?from=asking", dips: "dips/expect?from=asking" };

const toTask = (base: string, { task, state, inWords, hint }: AskingTask, started: boolean): Task => ({
  name: taskNames[task],
  href: state === "cannot start yet" ? undefined : (`${base}/${(started ? taskPages : firstQuestions)[task]}` as Route),
  state,
  stateInWords: inWords,
  hint,
});
