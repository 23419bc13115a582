import type { Metadata, Route } from "next";
import { EmptyState } from "@/app/ui/empty-state";
import { Link } from "@/app/ui/link";
import { Table } from "@/app/ui/table";
import { api } from "@/server/caller";
import { dayInWords, sentenceCase } from "@/server/format";
import { AdminPart } from "../../admin-part";
import { AddOrganisationsForm } from "./add-organisations-form";

export const metadata: Metadata = { title: "Organisations" };

const columns = [{ header: "Organisation" }, { header: "Short name" }, { header: "Kind" }, { header: "ODS code" }];

export default async function OrganisationsPage({
  params,
  searchParams,
}: PageProps<"/admin/[systemId]/organisations">) {
  const { systemId } = await params;
  const [system, organisations] = await Promise.all([
    api.admin.systems.find({ systemId }),
    api.admin.organisations.list({ systemId }),
  ]);
  const rows = organisations.map(({ id, name, shortName, kind, odsCode, current, endsOn }) => ({
    key: id,
    cells: [
      <span key="name">
        <Link href={`/admin/${systemId}/organisations/${id}` as Route}>{name}</Link>
        {!current && endsOn && `, until ${dayInWords(endsOn)}`}
      </span>,
      shortName,
      sentenceCase(kind),
      odsCode ?? "None",
    ],
  }));
  return (
    <AdminPart system={system} heading="Organisations" search={searchParams}>
      {rows.length > 0 ? (
        <Table caption="Organisations of this system" captionHidden columns={columns} rows={rows} narrow="stack" />
      ) : (
        <EmptyState>The organisations that serve this system will stand here. Paste them below.</EmptyState>
      )}
      <h2>Add organisations</h2>
      <AddOrganisationsForm systemId={systemId} />
    </AdminPart>
  );
}
