import type { Metadata } from "next";
import { Button } from "@/app/ui/button";
import { PageTitle } from "@/app/ui/page-title";
import { safePath } from "@/server/auth/safe-path";
import { isLinkUnspent } from "@/server/auth/sign-in";
import { EmailLinkForm } from "../email-link-form";

type Link = PageProps<"/sign-in/link">;

export async function generateMetadata({ searchParams }: Link): Promise<Metadata> {
  const { unspent } = await read(searchParams);
  return { title: unspent ? "Sign in to Leeway" : "This link no longer works", referrer: "no-referrer" };
}

/** The target of an e-mail link. Only the button uses the link up, because mail scanners open it first. */
export default async function LinkPage({ searchParams }: Link) {
  const { email, token, from, unspent } = await read(searchParams);
  if (!unspent) {
    return (
      <main>
        <PageTitle>This link no longer works</PageTitle>
        <p>It has been used already, or its time is over. Ask for a new one.</p>
        <EmailLinkForm from={from} email={email} />
      </main>
    );
  }
  return (
    <main>
      <PageTitle>Sign in to Leeway</PageTitle>
      <p>
        You are signing in as <strong>{email}</strong>.
      </p>
      <form action="/api/auth/callback/email" method="get">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="callbackUrl" value={from} />
        <Button type="submit">Sign in</Button>
      </form>
    </main>
  );
}

async function read(searchParams: Link["searchParams"]) {
  const query = await searchParams;
  const [email, token] = [String(query.email ?? ""), String(query.token ?? "")];
  return { email, token, from: safePath(query.from), unspent: await isLinkUnspent(email, token) };
}
