import type { Metadata } from "next";
import { PageTitle } from "@/app/ui/page-title";
import { OnThisDevice } from "./on-this-device";

export const metadata: Metadata = { title: "On this device" };

/**
 * The results that wait to be sent. It is also the page that the device caches for use without signal, in place of the pages
 * for adding results and of a saved permission card. It is rendered without personal data; the device fills it in.
 */
export default function WaitingPage() {
  return (
    <main>
      <PageTitle>On this device</PageTitle>
      <OnThisDevice />
    </main>
  );
}
