import type { Metadata, Route } from "next";
import { AffectedList } from "@/app/experiments/affected-list";
import { api } from "@/server/caller";
import { AdminPart } from "../../../admin-part";
import { EditOrganisationForm } from "./edit-organisation-form";

type OrganisationPageProps = PageProps<"/admin/[systemId]/organisations/[organisationId]">;

export async function generateMetadata({ params }: OrganisationPageProps): Promise<Metadata> {
  return { title: (await api.admin.organisations.find(await params)).name };
}

export default async function OrganisationPage({ params }: OrganisationPageProps) {
  const { systemId, organisationId } = await params;
  const [system, organisation, organisations] = await Promise.all([
    api.admin.systems.find({ systemId }),
    api.admin.organisations.find({ systemId, organisationId }),
    api.admin.organisations.list({ systemId }),
  ]);
  const successors = organisations.filter(({ id, current }) => current && id !== organisationId);
  const parent = { href: `/admin/${systemId}/organisations` as Route, name: "Organisations" };
  return (
    <AdminPart system={system} heading={organisation.name} parent={parent}>
      {!organisation.onlyHere && (
        <p>It serves in another system too, so its name stays as it is. You can say until when it serves in yours.</p>
      )}
      <AffectedList
        heading="It carries these. On the morning after its last day they pass on, which changes the terms: they stand still until everyone who carries them has said yes again."
        affected={organisation.carries}
      />
      <EditOrganisationForm systemId={systemId} organisation={organisation} successors={successors} />
    </AdminPart>
  );
}
