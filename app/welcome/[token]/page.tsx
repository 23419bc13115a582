import type { Metadata } from "next";
import { PageTitle } from "@/app/ui/page-title";
import { isFirstAdministratorLinkUnspent } from "@/server/auth/sign-in";
import { BecomeAdministratorForm } from "./become-administrator-form";

export async function generateMetadata({ params }: PageProps<"/welcome/[token]">): Promise<Metadata> {
  const unspent = await isFirstAdministratorLinkUnspent((await params).token);
  return { title: unspent ? "Welcome to Leeway" : "This link no longer works", referrer: "no-referrer" };
}

/** The target of the first administrator's link, from the server's console. Opening it does not use the link up. */
export default async function WelcomePage({ params }: PageProps<"/welcome/[token]">) {
  const { token } = await params;
  if (!(await isFirstAdministratorLinkUnspent(token))) {
    return (
      <main>
        <PageTitle>This link no longer works</PageTitle>
        <p>
          It has been used already, or its hour is over. If nobody looks after Leeway yet, start it again: it prints a
          new link.
        </p>
      </main>
    );
  }
  return (
    <main>
      <PageTitle>Welcome to Leeway</PageTitle>
      <p>
        You will look after it: name the system, add its organisations and invite the first people. It takes about 10
        minutes. You see no experiment by doing so.
      </p>
      <BecomeAdministratorForm token={token} />
    </main>
  );
}
