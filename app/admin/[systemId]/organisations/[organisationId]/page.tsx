import type { Metadata, Route } from "next";
import { api } from "@/server/caller";
import { AdminPart } from "../../../admin-part";
import { AffectedList } from "../../../affected-list";
import { EditOrganisationForm } from "./edit-organisation-form";

type OrganisationPageProps = PageProps<"/admin/[systemId]/organisations/[organisationId]">;

export async function generateMetadata({ params }: OrganisationPageProps): Promise<Metadata> {
  return { title: (await api.admin.organisations.find(await params)).name };
}

export default async function OrganisationPage({ params }: OrganisationPageProps) {
  const { systemId, organisationId } = await params;
  const [system, organisation] = await Promise.all([
    api.admin.systems.find({ systemId }),
    api.admin.organisations.find({ systemId, organisationId }),
  ]);
  const parent = { href: `/admin/${systemId}/organisations` as Route, name: "Organisations" };
  return (
    <AdminPart system={system} heading={organisation.name} parent={parent}>
      {!organisation.onlyHere && (
        <p>It serves in another system too, so its name stays as it is. You can say until when it serves in yours.</p>
      )}
      <AffectedList
        heading="It carries these, and nobody would answer for them after its last day:"
        affected={organisation.carries}
      />
      <EditOrganisationForm systemId={systemId} organisation={organisation} />
    </AdminPart>
  );
}
