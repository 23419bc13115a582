import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { SystemForm } from "../system-form";

export const metadata: Metadata = { title: "Add a system" };

export default async function NewSystemPage() {
  const { mayAdd } = await api.admin.systems.list();
  if (!mayAdd) notFound();
  return (
    <>
      <BackLink href="/admin">Looking after Leeway</BackLink>
      <main>
        <PageTitle>Add a system</PageTitle>
        <SystemForm />
      </main>
    </>
  );
}
