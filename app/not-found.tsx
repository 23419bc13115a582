import type { Metadata } from "next";
import { Link } from "@/app/ui/link";

export const metadata: Metadata = { title: "Page not found" };

/** The same text for pages that do not exist and pages out of reach, so that nobody learns which it is. */
export default function NotFound() {
  return (
    <main>
      <h1>Page not found</h1>
      <p>There is nothing at this address that you can see.</p>
      <p>If you typed the address, check it. If someone sent it to you, ask them whether it is for you.</p>
      <p>
        You can <Link href="/">go to the home page</Link>.
      </p>
    </main>
  );
}
