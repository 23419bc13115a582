import type { Metadata } from "next";
import { PageTitle } from "@/app/ui/page-title";
import { OnThisDevice } from "./on-this-device";

export const metadata: Metadata = { title: "On this device" };

/**
 * What waits to be sent, and the page a device keeps for when there is no signal: it takes the place of the pages for
 * adding results, and of a permission card that was kept. So nothing about anybody stands in it; what it shows is read on the device.
 */
export default function WaitingPage() {
  return (
    <main>
      <PageTitle>On this device</PageTitle>
      <OnThisDevice />
    </main>
  );
}
