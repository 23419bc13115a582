"use client";

import { useEffect } from "react";
import { Button, ButtonGroup, LinkButton } from "./ui/button";

/** Shown when a page fails: whether anything was lost, what to do and whom to ask; the error code comes last. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => {
    document.title = "Something went wrong – Leeway";
  }, []);
  return (
    <main>
      <h1>Something went wrong on our side</h1>
      <p>This page could not be shown. What you saved before is kept.</p>
      <p>Try again in a moment. If it goes on, tell the person who looks after Leeway for you.</p>
      <ButtonGroup>
        <Button onClick={reset}>Try again</Button>
        <LinkButton look="secondary" href="/">
          Go to the home page
        </LinkButton>
      </ButtonGroup>
      {error.digest && <p className="text-s text-secondary">Reference for whoever looks into it: {error.digest}</p>}
    </main>
  );
}
