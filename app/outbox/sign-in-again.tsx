"use client";

import { usePathname } from "next/navigation";
import { Link } from "@/app/ui/link";

/** A link to sign in again; the queued results are sent once the same person has signed in. */
export function SignInAgain() {
  const from = usePathname();
  return (
    <p>
      You are signed out. <Link href={`/sign-in?from=${encodeURIComponent(from)}`}>Sign in again</Link> and it is sent.
    </p>
  );
}
