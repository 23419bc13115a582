import "./globals.css";
import "./nhs.scss";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { addressHeader, findSignedInPerson } from "@/server/context";
import { OutboxProvider } from "./outbox/provider";
import { SignOutForm } from "./outbox/sign-out-form";
import { WholePages } from "./outbox/whole-pages";
import { signOut } from "./sign-in/actions";
import { tabIcon } from "./tab-icon";
import { Frame } from "./ui/frame";
import { typeface } from "./ui/typeface/typeface";

export const metadata: Metadata = { title: { template: "%s – Leeway", default: "Leeway" }, icons: { icon: tabIcon } };
export const viewport: Viewport = { themeColor: "#005eb8" };

/** Every page needs its own CSP nonce, so none can be prerendered. */
export const dynamic = "force-dynamic";

const navigation = [
  { label: "Home", href: "/" },
  { label: "Experiments", href: "/experiments" },
  { label: "Measures", href: "/measures" },
  { label: "Learning", href: "/learning" },
  { label: "Boards", href: "/boards" },
] as const;
const administration = { label: "Administration", href: "/admin" } as const;
const help = { label: "Help", href: "/help" } as const; // always the last link

const footerLinks = [
  { label: "Help", href: "/help" },
  { label: "Contact", href: "/help#contact" },
  { label: "Accessibility", href: "/accessibility" },
  { label: "Privacy", href: "/privacy" },
] as const;

export default async function Layout({ children }: { children: ReactNode }) {
  const person = await findSignedInPerson();
  // The cached page is rendered for nobody; its reader is signed in and has no signal to open other pages
  const isCachedPage = !person && (await headers()).get(addressHeader) === "/log/waiting";
  return (
    <html lang="en-GB" className={typeface}>
      <body>
        <OutboxProvider personId={person?.id ?? null} isCachedPage={isCachedPage}>
          <Frame
            service="Leeway"
            navigation={isCachedPage ? [] : [...navigation, ...(person?.isAdministrator ? [administration] : []), help]}
            person={person}
            settings="/settings"
            signIn={isCachedPage ? null : "/sign-in"}
            signOut={(button) => <SignOutForm action={signOut}>{button}</SignOutForm>}
            footerLinks={footerLinks}
            footerNote="Leeway keeps nothing about patients. Please do not type anything by which a patient could be known."
          >
            <WholePages isCachedPage={isCachedPage}>{children}</WholePages>
          </Frame>
        </OutboxProvider>
      </body>
    </html>
  );
}
