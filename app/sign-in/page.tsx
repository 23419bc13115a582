import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { safePath } from "@/server/auth/safe-path";
import { findDemoPeople } from "@/server/auth/sign-in";
import { findSignedInPerson } from "@/server/context";
import { DemoPeople } from "./demo-people";
import { doneSentence, problemSentence } from "./sentences";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const asked = await searchParams;
  const from = safePath(asked.from);
  const [person, demoPeople] = await Promise.all([findSignedInPerson(), findDemoPeople()]);
  const isDemo = demoPeople.length > 0;
  if (person && !isDemo) redirect(from as Route);

  const problem = problemSentence(asked.problem ?? asked.error);
  const done = doneSentence(asked.done);
  return (
    <main>
      {problem && <p role="alert">{problem}</p>}
      {done && <p role="status">{done}</p>}
      <h1>{isDemo ? "Whom would you like to be?" : "Sign in"}</h1>
      {isDemo && (
        <>
          <p>
            This is a demonstration: one health and care system with invented people and invented figures. Press a name
            to see Leeway as that person does. You need no password, and you can come back here to be someone else.
          </p>
          {person && <p>You are signed in as {person.name}.</p>}
          <DemoPeople people={demoPeople} from={from} />
        </>
      )}
    </main>
  );
}
