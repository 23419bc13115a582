import type { Metadata } from "next";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { RegisterForm } from "./register-form";

export const metadata: Metadata = { title: "New idea" };

export default async function NewExperimentPage() {
  const [organisations, { memberships }] = await Promise.all([api.organisations.list(), api.organisations.mine()]);
  const places = memberships.flatMap(({ systemId, organisationId }) => {
    const organisation = organisations.find(
      ({ id, systemId: inSystem }) => id === organisationId && inSystem === systemId,
    );
    return organisation ? [{ systemId, organisationId, name: organisation.name }] : [];
  });
  const [first, ...others] = places;
  return (
    <>
      <BackLink href="/">Home</BackLink>
      <main>
        <PageTitle>New idea</PageTitle>
        {first ? (
          <>
            <p>A private note for now. You choose later who sees it.</p>
            <RegisterForm places={[first, ...others]} />
          </>
        ) : (
          <p>
            Ideas are noted for an organisation. You do not work in one here yet. Ask your administrator to add you.
          </p>
        )}
      </main>
    </>
  );
}
