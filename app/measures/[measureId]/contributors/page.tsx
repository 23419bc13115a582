import type { Metadata } from "next";
import { MeasurePart } from "@/app/measures/measure-part";
import { Details } from "@/app/ui/details";
import { api } from "@/server/caller";
import { dayInWords, pluralise, untilEndOf } from "@/server/format";
import { AddContributorForm, EndContributionForm } from "./contributor-forms";

export const metadata: Metadata = { title: "Who contributes" };

type Contributor = Awaited<ReturnType<typeof api.measures.find>>["contributors"][number];

function sinceAndUntil({ fromOn, endsOn }: Contributor): string {
  const since = fromOn === null ? "From the start" : `From ${dayInWords(fromOn)}`;
  return endsOn === null ? `${since}.` : `${since}, ${untilEndOf(endsOn)}.`;
}

export default async function ContributorsPage({ params }: PageProps<"/measures/[measureId]/contributors">) {
  const { measureId } = await params;
  const [measure, organisations, permissionsEnd] = await Promise.all([
    api.measures.find({ measureId }),
    api.organisations.list(),
    api.measures.permissionsEnd({ measureId }),
  ]);
  const { contributors, systemId, today } = measure;
  const may = measure.may.arrangeContributors;
  const contributing = new Set(contributors.map((contributor) => contributor.organisationId));
  const choices = organisations
    .filter((organisation) => organisation.systemId === systemId && !contributing.has(organisation.id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <MeasurePart measure={measure} heading="Who contributes">
      <p className="nhsuk-body-l">
        {pluralise(contributors.length, "organisation")}. A period is drawn once all who contribute then have.
      </p>
      <ul className="nhsuk-list">
        {contributors.map((contributor) => (
          <li key={contributor.organisationId} className="mb-4">
            <strong>{contributor.name}</strong>
            <span className="block text-secondary">{sinceAndUntil(contributor)}</span>
            {may && (
              <Details
                summary={
                  contributor.endsOn === null
                    ? `End the part of ${contributor.name}`
                    : `Change the last day of ${contributor.name}`
                }
              >
                <EndContributionForm
                  measureId={measureId}
                  organisationId={contributor.organisationId}
                  name={contributor.name}
                  endsOn={contributor.endsOn ?? today}
                  permissionsEnd={permissionsEnd}
                />
              </Details>
            )}
          </li>
        ))}
      </ul>
      {may && choices.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">Let another contribute</h2>
          <AddContributorForm measureId={measureId} organisations={choices} permissionsEnd={permissionsEnd} />
        </>
      )}
      {!may && (
        <p>Teams that use this measure, those who bring its results, and whoever defined it say who contributes.</p>
      )}
    </MeasurePart>
  );
}
