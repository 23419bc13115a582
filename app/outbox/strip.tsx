"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { withFullStop } from "@/server/format";
import { useDeviceState, useOutbox } from "./provider";
import type { QueuedResult } from "./queued-result";
import { needsYouInWords, resultInWords, waitingInWords } from "./sentences";
import { SignInAgain } from "./sign-in-again";
import { WholePageLink } from "./whole-page-link";

/** Shows what waits, what was sent meanwhile and what needs its writer; nothing when there is none of these. */
export function WaitingStrip() {
  const outbox = useOutbox();
  const seen = useDeviceState();
  const sent = useSentMeanwhile();
  const beforeThem = useSearchParams().get("kept"); // the result being corrected
  const all = seen?.kept.filter(({ id }) => id !== beforeThem) ?? [];
  // The number box already shows it for all waiting results
  const boxTells = all.some(({ id, state }) => state === "waiting" && outbox?.isInSight(id));
  const kept = all.filter(({ id, state }) => !outbox?.isInSight(id) && !(boxTells && state === "waiting"));
  const waiting = kept.filter(({ state }) => state === "waiting").length;
  const needsYou = kept.filter(({ state }) => state === "needs you").length;
  const locked = seen?.signedOut ? seen.locked : 0;
  const isEmpty = waiting + needsYou + locked + sent.length === 0;
  return (
    <div role="status" aria-live="polite">
      {!isEmpty && outbox && (
        <div className="mb-6 border-2 border-l-8 border-link bg-white p-4 [&>:last-child]:mb-0">
          {sent.map((one) => (
            <p key={one.id}>
              <strong>Sent.</strong> <span dir="auto">{one.name}</span>:{" "}
              {(sent.length === 1 && one.answer?.sentence) || `${resultInWords(one)}.`}{" "}
              {one.answer?.met.map(({ words }) => `A rule was met: ${withFullStop(words)} `)}
            </p>
          ))}
          {waiting > 0 && (
            <p>
              <strong>{waitingInWords(kept)}.</strong> Kept on this device. {seen?.signedOut || <SeeThem />}
            </p>
          )}
          {needsYou > 0 && (
            <p>
              <strong>{needsYouInWords(needsYou)}.</strong> Not saved yet. <SeeThem />
            </p>
          )}
          {locked > 0 && <SignInAgain />}
        </div>
      )}
    </div>
  );
}

const SeeThem = () => <WholePageLink href="/log/waiting">See what waits</WholePageLink>;

/** Results that were sent in the background. Shown once: they are removed from the device and stay visible while this page is open. */
function useSentMeanwhile(): QueuedResult[] {
  const outbox = useOutbox();
  const seen = useDeviceState();
  const [told, setTold] = useState<QueuedResult[]>([]);
  useEffect(() => {
    if (!outbox || document.visibilityState !== "visible") return;
    const sent = seen?.kept.filter(({ id, state }) => state === "sent" && !outbox.isInSight(id)) ?? [];
    if (sent.length === 0) return;
    setTold((before) => [...before, ...sent.filter(({ id }) => before.every((one) => one.id !== id))]);
    void outbox.remove(sent.map(({ id }) => id));
  }, [seen, outbox]);
  return told;
}
