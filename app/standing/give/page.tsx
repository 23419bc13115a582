import type { Metadata } from "next";
import { BackLink } from "@/app/ui/back-link";
import { Inset } from "@/app/ui/inset";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { api } from "@/server/caller";
import { GiveStandingForm } from "./give-standing-form";

export const metadata: Metadata = { title: "Allow something without asking" };

export default async function GiveStandingPage() {
  const [{ today, forWhom }, all] = await Promise.all([api.standing.toGive(), api.standing.list()]);
  const several = new Set(forWhom.map((choice) => choice.systemId)).size > 1;
  const existing = all.filter((permission) => permission.holds && permission.mayWithdraw);
  return (
    <>
      <BackLink href="/standing">What may start without asking</BackLink>
      <main>
        <PageTitle>Allow something without asking</PageTitle>
        {forWhom.length === 0 ? (
          <p>Leaders do this for their organisation, and the chair or secretary of a board for everyone.</p>
        ) : (
          <>
            <p>Teams start what fits at once. You hear of it, and nobody has to wait for you.</p>
            {existing.map((permission) => (
              <Inset key={permission.id}>
                <p dir="auto">{permission.allows.join(" ")}</p>
                <p>
                  This holds already, and goes on beside what you give now.{" "}
                  <Link href={`/standing/${permission.id}`}>See it or take it back</Link>
                </p>
              </Inset>
            ))}
            <GiveStandingForm
              today={today}
              choices={forWhom.map(({ systemId, system, organisationId, name }) => ({
                value: `${systemId} ${organisationId ?? ""}`.trim(),
                label: [name ?? "Everyone: the floor of the whole system", several && system]
                  .filter(Boolean)
                  .join(", "),
              }))}
            />
          </>
        )}
      </main>
    </>
  );
}
