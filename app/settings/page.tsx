import type { Metadata } from "next";
import { PageNotice } from "@/app/page-notice";
import { StandsInFor } from "@/app/stands-in-for";
import { Button } from "@/app/ui/button";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { SummaryList } from "@/app/ui/summary-list";
import { findThisSessionId } from "@/server/auth/cookie";
import { api } from "@/server/caller";
import { untilEndOf } from "@/server/format";
import { DisconnectButton } from "./act-buttons";
import { connectProvider } from "./actions";
import { ProfileForm } from "./profile-form";
import { RecordList } from "./record-list";
import { Sessions } from "./sessions";

export const metadata: Metadata = { title: "Settings" };

type Account = Awaited<ReturnType<typeof api.people.account>>;

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const [account, sessions, currentSessionId, records] = await Promise.all([
    api.people.account(),
    api.people.sessions(),
    findThisSessionId(),
    api.permissions.myRecords(),
  ]);
  const { name, job, email, works, provider } = account;
  return (
    <main>
      <PageNotice search={searchParams} />
      <PageTitle>Settings</PageTitle>
      <ProfileForm name={name} job={job} />
      <h2>What an administrator looks after</h2>
      <SummaryList
        rows={[
          { term: "E-mail address", value: email },
          { term: "Where you work", value: works.map(inWords).join("\n") || "Nowhere in Leeway today" },
        ]}
      />
      <h2>Answering for somebody</h2>
      <StandsInFor />
      <p>
        <Link href="/settings/deputies">Who answers in whose name</Link>
      </p>
      {provider && (
        <>
          <h2>Signing in with {provider.name}</h2>
          <ProviderPart provider={provider} />
        </>
      )}
      <RecordList records={records} />
      <h2>Where you are signed in</h2>
      <Sessions sessions={sessions} currentSessionId={currentSessionId} />
    </main>
  );
}

function ProviderPart({ provider: { name, connected } }: { provider: NonNullable<Account["provider"]> }) {
  if (connected) {
    return (
      <>
        <p>Your account there is connected, so you can sign in with it or by e-mail.</p>
        <DisconnectButton provider={name} />
      </>
    );
  }
  return (
    <>
      <p>You can sign in with it too. You go there once and come back here.</p>
      <form action={connectProvider}>
        <Button type="submit" look="secondary">
          Connect {name}
        </Button>
      </form>
    </>
  );
}

function inWords({ organisation, team, role, endsOn }: Account["works"][number]): string {
  const answers = role === "leader" ? "you answer for it" : "";
  return [organisation, team, answers, endsOn ? untilEndOf(endsOn) : ""].filter(Boolean).join(", ");
}
