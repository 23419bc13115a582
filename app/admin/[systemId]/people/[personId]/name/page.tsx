import type { Metadata, Route } from "next";
import { api } from "@/server/caller";
import { AdminPart } from "../../../../admin-part";
import { RenameForm } from "./rename-form";

export const metadata: Metadata = { title: "Change a name or a job" };

export default async function RenamePage({ params }: PageProps<"/admin/[systemId]/people/[personId]/name">) {
  const { systemId, personId } = await params;
  const [system, { name, job, whyNotRename }] = await Promise.all([
    api.admin.systems.find({ systemId }),
    api.admin.people.find({ systemId, personId }),
  ]);
  const parent = { href: `/admin/${systemId}/people/${personId}` as Route, name };
  return (
    <AdminPart system={system} heading="Change a name or a job" parent={parent}>
      <p>
        What {name} asked, answered or signed keeps the name and job they had then. Records show the new name beside it.
      </p>
      {whyNotRename ? (
        <p>{whyNotRename}</p>
      ) : (
        <RenameForm systemId={systemId} personId={personId} name={name} job={job} />
      )}
    </AdminPart>
  );
}
