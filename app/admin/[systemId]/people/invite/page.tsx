import type { Metadata, Route } from "next";
import { api } from "@/server/caller";
import { londonDay } from "@/server/days";
import { AdminPart } from "../../../admin-part";
import { organisationChoices } from "../organisation-choices";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { title: "Invite someone" };

export default async function InvitePage({ params }: PageProps<"/admin/[systemId]/people/invite">) {
  const { systemId } = await params;
  const [system, organisations] = await Promise.all([
    api.admin.systems.find({ systemId }),
    api.admin.organisations.list({ systemId }),
  ]);
  const parent = { href: `/admin/${systemId}/people` as Route, name: "People" };
  return (
    <AdminPart system={system} heading="Invite someone" parent={parent}>
      <p>
        They get an e-mail from you with a link to sign in. If they are in Leeway already, this adds where they work.
      </p>
      <InviteForm
        systemId={systemId}
        organisations={organisationChoices(organisations)}
        today={londonDay(new Date())}
      />
    </AdminPart>
  );
}
