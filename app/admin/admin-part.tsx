import type { Route } from "next";
import type { ReactNode } from "react";
import { PageNotice } from "@/app/page-notice";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";

type AdminPartProps = {
  system: { id: string; name: string };
  heading: ReactNode;
  /** The page's own, where changes lead to it. */
  search?: PageProps<"/">["searchParams"];
  /** The page above, when it is not the system's own. */
  above?: { href: Route; name: string };
  children: ReactNode;
};

/** A part of looking after one system. */
export function AdminPart({ system, heading, search, above, children }: AdminPartProps) {
  const back = above ?? { href: `/admin/${system.id}` as Route, name: system.name };
  return (
    <>
      <BackLink href={back.href}>{back.name}</BackLink>
      <main>
        {search && <PageNotice search={search} />}
        <PageTitle caption={system.name}>{heading}</PageTitle>
        {children}
      </main>
    </>
  );
}
