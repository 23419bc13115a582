import type { Metadata } from "next";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";
import type { Stage } from "@/db/vocabulary";
import { api } from "@/server/caller";
import { listInWords } from "@/server/format";
import { parseFrom } from "../../after-saving";
import { ChooseMeasureForm } from "./choose-measure-form";
import { DefineForExperimentForm } from "./define-for-experiment-form";

/** Stages in which there is a permission that another measure would end. */
const endsPermission: readonly Stage[] = ["permitted", "running", "paused"];

export const metadata: Metadata = { title: "Add a measure" };

export default async function AddMeasurePage({
  params,
  searchParams,
}: PageProps<"/experiments/[experimentId]/results/add-measure">) {
  const { experimentId } = await params;
  const from = parseFrom((await searchParams).from);
  const [{ title, may, systemId, stage }, chosen, choices, organisations, who] = await Promise.all([
    api.experiments.find({ experimentId }),
    api.measures.ofExperiment({ experimentId }),
    api.measures.choices({ experimentId }),
    api.organisations.list(),
    api.organisations.mine(),
  ]);
  const available = choices.filter((choice) => chosen.every(({ id }) => id !== choice.id));
  return (
    <>
      {from ? (
        <BackLink href={`/experiments/${experimentId}/permission/ask`}>Asking for permission</BackLink>
      ) : (
        <BackLink href={`/experiments/${experimentId}/results`}>Results</BackLink>
      )}
      <main>
        <PageTitle caption={<span dir="auto">{title}</span>}>Add a measure</PageTitle>
        {may.chooseMeasure ? (
          <>
            {chosen.length > 0 && <p>Chosen already: {listInWords(chosen.map(({ name }) => name))}.</p>}
            {endsPermission.includes(stage) && (
              <p>
                What is measured is part of what leaders said yes to. With another measure you ask for permission again.
              </p>
            )}
            {available.length > 0 && (
              <>
                <h2 className="nhsuk-heading-m">Choose one the system has</h2>
                <ChooseMeasureForm
                  experimentId={experimentId}
                  from={from}
                  measures={available.map(({ id, name, unit }) => ({ value: id, label: `${name}, ${unit}` }))}
                />
              </>
            )}
            <h2 className="nhsuk-heading-m">{available.length > 0 ? "Or define a new one" : "Define a new one"}</h2>
            <DefineForExperimentForm
              experimentId={experimentId}
              from={from}
              own={who.memberships.filter((at) => at.systemId === systemId).map((at) => at.organisationId)}
              organisations={organisations
                .filter((organisation) => organisation.systemId === systemId)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </>
        ) : (
          <p>Only the team chooses measures, and not after it has ended.</p>
        )}
      </main>
    </>
  );
}
