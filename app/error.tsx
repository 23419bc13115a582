"use client";

import { useEffect } from "react";
import { TOOK_TOO_LONG, tookTooLong, tryLater } from "@/server/took-too-long";
import { Button, ButtonGroup, LinkButton } from "./ui/button";

/** Shown when a page fails: whether anything was lost, what to do and whom to ask; the error code comes last. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => {
    document.title = "Something went wrong – Leeway";
  }, []);
  const ended = error.digest === TOOK_TOO_LONG;
  return (
    <main>
      <h1>Something went wrong on our side</h1>
      <p>{ended ? tookTooLong : "This page could not be shown."} What you saved before is kept.</p>
      <p>{tryLater}</p>
      <ButtonGroup>
        <Button onClick={reset}>Try again</Button>
        <LinkButton look="secondary" href="/">
          Go to the home page
        </LinkButton>
      </ButtonGroup>
      {error.digest && !ended && (
        <p className="text-s text-secondary">Reference for whoever looks into it: {error.digest}</p>
      )}
    </main>
  );
}
