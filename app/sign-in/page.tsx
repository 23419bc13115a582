import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { PageNotice } from "@/app/page-notice";
import { Details } from "@/app/ui/details";
import { Inset } from "@/app/ui/inset";
import { Link } from "@/app/ui/link";
import { PageTitle } from "@/app/ui/page-title";
import { safePath } from "@/server/auth/safe-path";
import { findDemoPeople, findProviderName } from "@/server/auth/sign-in";
import { findSignedInPerson } from "@/server/context";
import { DemoPeople } from "./demo-people";
import { problemSentence } from "./sentences";
import { WaysIn } from "./ways-in";

export async function generateMetadata(): Promise<Metadata> {
  return { title: headingFor(await findDemoPeople()) };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const query = await searchParams;
  const from = safePath(query.from);
  const [person, demoPeople] = await Promise.all([findSignedInPerson(), findDemoPeople()]);
  const isDemo = demoPeople.length > 0;
  const problem = problemSentence(query.problem);
  if (person && !isDemo && !problem) redirect(from as Route);
  const waysIn = <WaysIn provider={findProviderName()} from={from} />;
  return (
    <main>
      <PageNotice search={searchParams} />
      <PageTitle>{headingFor(demoPeople)}</PageTitle>
      {problem && (
        <Inset>
          <p role="alert">{problem}</p>
        </Inset>
      )}
      {person && (
        <p>
          You are signed in as <strong dir="auto">{person.name}</strong>.{" "}
          <Link href={from as Route}>Go on as before</Link>.
        </p>
      )}
      {isDemo ? (
        <>
          <p>
            This is a demonstration: one health and care system, with invented people and invented figures. Press a name
            to see Leeway as that person does. You need no password, and you can come back to be someone else.
          </p>
          <DemoPeople people={demoPeople} from={from} />
          <div className="mt-10">
            <Details summary="Sign in by e-mail, as in real use">{waysIn}</Details>
          </div>
        </>
      ) : (
        waysIn
      )}
    </main>
  );
}

const headingFor = (demoPeople: unknown[]) => (demoPeople.length > 0 ? "Who would you like to be?" : "Sign in");
