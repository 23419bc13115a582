import { Button } from "@/app/ui/button";
import { signInAtProvider } from "./actions";
import { EmailLinkForm } from "./email-link-form";

/** One button for each way to sign in: the organisation's provider, if configured, and an e-mail link. */
export function WaysIn({ provider, from }: { provider: string | null; from: string }) {
  return (
    <>
      {provider && (
        <>
          <form action={signInAtProvider}>
            <input type="hidden" name="from" value={from} />
            <Button type="submit">Sign in with {provider}</Button>
          </form>
          <h2>Or by e-mail</h2>
        </>
      )}
      <EmailLinkForm from={from} />
    </>
  );
}
