"use client";

import type { Route } from "next";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useDeviceState } from "@/app/outbox/provider";
import { canStore } from "@/app/outbox/store";
import { WaitingStrip } from "@/app/outbox/strip";
import { useIsCachedPage } from "@/app/outbox/whole-pages";
import { Inset } from "@/app/ui/inset";
import { Link } from "@/app/ui/link";
import { pluralise } from "@/server/format";
import { CardList, CardWithoutSignal } from "./cards-without-signal";
import { QueuedList } from "./queued-list";
import { WithoutSignal } from "./without-signal";

/** The results stored on this device, and the form that replaces a page which needs signal. */
export function OnThisDevice() {
  const device = useDeviceState();
  const isCachedPage = useIsCachedPage();
  const [place, setPlace] = useState<URL | null>(null);
  useEffect(() => setPlace(new URL(location.href)), []);
  if (!place) return null;
  if (!canStore()) return <p>This browser cannot keep results. Each is sent as you save it.</p>;
  if (!device?.isRead) return null;
  const standsIn = isCachedPage && place.pathname !== "/log/waiting";
  if (!device.personId)
    return <Locked count={device.locked} standsIn={standsIn} signIn={`/sign-in?from=${place.pathname}`} />;
  const experimentId = /^\/experiments\/([^/]+)/.exec(place.pathname)?.[1];
  if (standsIn && experimentId) {
    return (
      <>
        <Signal />
        <CardWithoutSignal card={device.cards.find((card) => card.experimentId === experimentId)} />
      </>
    );
  }
  if (standsIn) {
    return (
      <>
        <WaitingStrip />
        <Signal />
        <WithoutSignal place={place} ready={device.ready} results={device.results} />
      </>
    );
  }
  return (
    <>
      <QueuedList results={device.results} />
      <CardList cards={device.cards} />
      <AddResults />
    </>
  );
}

/** Explains why this page is shown, and links to the requested page once there is signal. */
function Signal() {
  const isOnline = useSyncExternalStore(
    watchSignal,
    () => navigator.onLine,
    () => false,
  );
  return (
    <Inset>
      <p role="status">
        {isOnline ? (
          <>
            There is signal, perhaps a weak one. <a href={location.href}>Load the whole page</a>
          </>
        ) : (
          `No signal. ${location.pathname.startsWith("/log") ? "Save as usual." : "This was kept on this device."}`
        )}
      </p>
    </Inset>
  );
}

function watchSignal(changed: () => void) {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

type LockedProps = { count: number; standsIn: boolean; signIn: Route<`/sign-in?from=${string}`> };

function Locked({ count, standsIn, signIn }: LockedProps) {
  if (count > 0) {
    return (
      <>
        <p>
          {pluralise(count, "result")} {count === 1 ? "waits" : "wait"} here. Only who typed{" "}
          {count === 1 ? "it" : "them"} can see or send {count === 1 ? "it" : "them"}.
        </p>
        <p>
          <Link href={signIn}>Sign in</Link> when there is signal.
        </p>
      </>
    );
  }
  if (standsIn) {
    return (
      <p>
        There is no signal, and nobody is signed in on this device. <Link href={signIn}>Sign in</Link> when there is.
      </p>
    );
  }
  return (
    <>
      <p>Nothing waits on this device.</p>
      <AddResults />
    </>
  );
}

const AddResults = () => (
  <p>
    <Link href="/log">Add results</Link>
  </p>
);
