import type { Metadata } from "next";
import { api } from "@/server/caller";
import { AdminPart } from "../../admin-part";
import { PermissionLimitsForm } from "./permission-limits-form";

export const metadata: Metadata = { title: "Permissions" };

export default async function PermissionsPage({ params }: PageProps<"/admin/[systemId]/permissions">) {
  const { systemId } = await params;
  const system = await api.admin.systems.find({ systemId });
  return (
    <AdminPart system={system} heading="Permissions">
      <PermissionLimitsForm system={system} />
    </AdminPart>
  );
}
