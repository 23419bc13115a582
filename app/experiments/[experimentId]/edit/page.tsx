import type { Metadata } from "next";
import { api } from "@/server/caller";
import { parseFrom } from "../after-saving";
import { ExperimentSubpage } from "../experiment-subpage";
import { EditForm } from "./edit-form";

export const metadata: Metadata = { title: "The idea in words" };

export default async function EditPage({ params, searchParams }: PageProps<"/experiments/[experimentId]/edit">) {
  const { experimentId } = await params;
  const from = parseFrom((await searchParams).from);
  const [experiment, organisations] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.organisations.list(),
  ]);
  const { systemId, title, may } = experiment;
  const choices = organisations
    .filter((organisation) => organisation.systemId === systemId)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ExperimentSubpage experimentId={experimentId} title={title} heading="The idea in words" from={from}>
      {may.editExperiment ? (
        <EditForm experiment={editableFields(experiment)} organisations={choices} from={from} />
      ) : (
        <p>
          Only the team changes these words, and not after it has ended. You can read them on the experiment's page.
        </p>
      )}
    </ExperimentSubpage>
  );
}

type Experiment = Awaited<ReturnType<typeof api.experiments.find>>;

function editableFields(experiment: Experiment) {
  const { id, title, problem, changeIdea, place, aim, prediction, predictionBecause, startsAt, showsAt, version } =
    experiment;
  const { reversible, plannedWeeks } = experiment;
  const takingPart = experiment.takingPart.map((organisation) => organisation.id);
  return {
    ...{ id, title, problem, changeIdea, place, aim, prediction, predictionBecause, startsAt, showsAt, version },
    ...{ takingPart, reversible, plannedWeeks },
  };
}
