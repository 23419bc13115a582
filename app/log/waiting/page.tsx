import type { Metadata } from "next";
import { PageTitle } from "@/app/ui/page-title";
import { OnThisDevice } from "./on-this-device";

export const metadata: Metadata = { title: "On this device" };

/**
 * What waits to be sent, and the page that a device caches for use without signal, in place of the pages for adding results
 * and of a saved permission card. It is rendered without personal data; what it shows is read on the device.
 */
export default function WaitingPage() {
  return (
    <main>
      <PageTitle>On this device</PageTitle>
      <OnThisDevice />
    </main>
  );
}
