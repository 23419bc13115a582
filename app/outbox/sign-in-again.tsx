"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** The way back for whoever's session is over: what waits is sent once the same person has signed in. */
export function SignInAgain() {
  const from = usePathname();
  return (
    <p>
      You are signed out. <Link href={`/sign-in?from=${encodeURIComponent(from)}`}>Sign in again</Link> and it is sent.
    </p>
  );
}
