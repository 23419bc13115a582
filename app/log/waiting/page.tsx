import type { Metadata } from "next";
import { PageTitle } from "@/app/ui/page-title";
import { OnThisDevice } from "./on-this-device";

export const metadata: Metadata = { title: "Results on this device" };

/**
 * What waits to be sent, and the page a device keeps for when there is no signal: it takes the place of every page for
 * adding results. So nothing about anybody stands in it; what it shows is read on the device.
 */
export default function WaitingPage() {
  return (
    <main>
      <PageTitle>Results on this device</PageTitle>
      <OnThisDevice />
    </main>
  );
}
