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
  const device = useDeviceState();
  const sent = useSentMeanwhile();
  const correctedId = useSearchParams().get("kept"); // the result being corrected
  const all = device?.results.filter(({ id }) => id !== correctedId) ?? [];
  // The number box already shows it for all waiting results
  const boxShowsWaiting = all.some(({ id, state }) => state === "waiting" && outbox?.isFormOpen(id));
  const shown = all.filter(({ id, state }) => !outbox?.isFormOpen(id) && !(boxShowsWaiting && state === "waiting"));
  const waiting = shown.filter(({ state }) => state === "waiting").length;
  const needsYou = shown.filter(({ state }) => state === "needs you").length;
  const locked = device?.signedOut ? device.locked : 0;
  const isEmpty = waiting + needsYou + locked + sent.length === 0;
  return (
    <div role="status" aria-live="polite">
      {!isEmpty && outbox && (
        <div className="mb-6 border-2 border-l-8 border-link bg-white p-4 [&>:last-child]:mb-0">
          {sent.map((result) => (
            <p key={result.id}>
              <strong>Sent.</strong> <span dir="auto">{result.name}</span>:{" "}
              {(sent.length === 1 && result.answer?.sentence) || `${resultInWords(result)}.`}{" "}
              {result.answer?.met.map(({ words }) => `A rule was met: ${withFullStop(words)} `)}
            </p>
          ))}
          {waiting > 0 && (
            <p>
              <strong>{waitingInWords(shown)}.</strong> Kept on this device. {device?.signedOut || <SeeThem />}
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
  const device = useDeviceState();
  const [sentNow, setSentNow] = useState<QueuedResult[]>([]);
  useEffect(() => {
    if (!outbox || document.visibilityState !== "visible") return;
    const sent = device?.results.filter(({ id, state }) => state === "sent" && !outbox.isFormOpen(id)) ?? [];
    if (sent.length === 0) return;
    setSentNow((before) => [...before, ...sent.filter(({ id }) => before.every((result) => result.id !== id))]);
    void outbox.remove(sent.map(({ id }) => id));
  }, [device, outbox]);
  return sentNow;
}
