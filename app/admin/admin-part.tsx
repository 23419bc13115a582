import type { Route } from "next";
import type { ReactNode } from "react";
import { PageNotice } from "@/app/page-notice";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";

type AdminPartProps = {
  system: { id: string; name: string };
  heading: ReactNode;
  /** The page's search parameters, which may hold the code of a notice. */
  search?: PageProps<"/">["searchParams"];
  /** The parent page, if it is not the system's main page. */
  parent?: { href: Route; name: string };
  children: ReactNode;
};

/** A page for administering one system. */
export function AdminPart({ system, heading, search, parent, children }: AdminPartProps) {
  const back = parent ?? { href: `/admin/${system.id}` as Route, name: system.name };
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
