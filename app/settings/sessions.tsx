import { SignOutForm } from "@/app/outbox/sign-out-form";
import { signOutEverywhere } from "@/app/sign-in/actions";
import { Button } from "@/app/ui/button";
import { absoluteHours, idleHours } from "@/server/auth/limits";
import { momentInWords } from "@/server/format";
import { EndSessionButton } from "./act-buttons";

type Session = { id: string; startedAt: string; lastSeenAt: string };

/** The person's sessions, each with the button that ends it. */
export function Sessions({ sessions, currentSessionId }: { sessions: Session[]; currentSessionId: string | null }) {
  return (
    <>
      <p>
        You are signed out {absoluteHours} hours after you sign in, or after {idleHours} hours without using Leeway.
      </p>
      <ul className="nhsuk-list">
        {sessions.map(({ id, startedAt, lastSeenAt }) => (
          <li
            key={id}
            className="mb-4 flex max-w-none flex-wrap items-center justify-between gap-x-6 gap-y-2 border-0 border-b border-solid border-grey-4 pb-4"
          >
            <span>
              {id === currentSessionId ? <strong>This device</strong> : <strong>Another device or browser</strong>}
              <br />
              Signed in {momentInWords(startedAt)}, last used {momentInWords(lastSeenAt)}
            </span>
            {id !== currentSessionId && <EndSessionButton sessionId={id} startedAt={momentInWords(startedAt)} />}
          </li>
        ))}
      </ul>
      <SignOutForm action={signOutEverywhere}>
        <Button type="submit" look="secondary">
          Sign out everywhere
        </Button>
      </SignOutForm>
    </>
  );
}
