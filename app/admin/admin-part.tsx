import type { Route } from "next";
import type { ReactNode } from "react";
import { BackLink } from "@/app/ui/back-link";
import { PageTitle } from "@/app/ui/page-title";
import { Done } from "./done";

type AdminPartProps = {
  system: { id: string; name: string };
  heading: ReactNode;
  /** What was done just before, by its code in the address. */
  done?: string | string[];
  /** The page above, when it is not the system's own. */
  above?: { href: Route; name: string };
  children: ReactNode;
};

/** A part of looking after one system. */
export function AdminPart({ system, heading, done, above, children }: AdminPartProps) {
  const back = above ?? { href: `/admin/${system.id}` as Route, name: system.name };
  return (
    <>
      <BackLink href={back.href}>{back.name}</BackLink>
      <main>
        <Done code={done} />
        <PageTitle caption={system.name}>{heading}</PageTitle>
        {children}
      </main>
    </>
  );
}
