import type { Metadata } from "next";
import { api } from "@/server/caller";
import { AdminPart } from "../../admin-part";
import { SystemForm } from "../../system-form";

export const metadata: Metadata = { title: "Name the system" };

export default async function NamePage({ params }: PageProps<"/admin/[systemId]/name">) {
  const { systemId } = await params;
  const system = await api.admin.systems.find({ systemId });
  return (
    <AdminPart system={system} heading="Name the system">
      <SystemForm system={system} />
    </AdminPart>
  );
}
