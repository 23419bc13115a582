"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTRPCClient } from "@/app/trpc";
import type { UploadState } from "@/db/vocabulary";
import { formatNumber } from "@/server/format";

type UploadProgress = { state: UploadState; doneRows: number; toDo: number };
type ProgressProps = { target: { measureId: string; uploadId: string }; start: UploadProgress; letter: boolean };

const pollMs = 1_000;
/** Looks the same in every browser: a frame that fills from the left. */
const bar =
  "mb-6 block h-6 w-full appearance-none border-2 border-solid border-grey-1 bg-white [&::-moz-progress-bar]:bg-blue [&::-webkit-progress-bar]:bg-white [&::-webkit-progress-value]:bg-blue";
/** How often a screen reader announces the progress, in milliseconds: not at every step. */
const announceMs = 10_000;

/** The progress of the work. People may leave the page meanwhile. */
export function Progress({ target, start, letter }: ProgressProps) {
  const router = useRouter();
  const data = useProgress(target, start);
  // The last answer may belong to the previous step
  const { state } = data;
  const { doneRows, toDo } = state === start.state ? data : start;
  useEffect(() => {
    if (state !== start.state) router.refresh();
  }, [state, start.state, router]);
  const words = `${start.state === "saving" ? "Saved" : "Checked"} ${formatNumber(doneRows)} of ${formatNumber(toDo)} rows`;
  const announced = useThrottled(words);
  return (
    <>
      <p>
        <strong>{words}</strong>
      </p>
      <progress className={bar} value={doneRows} max={toDo} aria-label={words} />
      <p role="status" className="sr-only">
        {announced}
      </p>
      <p>
        You can leave this page. The work goes on, and you find it here and on the page before.
        {letter && " An e-mail tells you when it is done."}
      </p>
    </>
  );
}

/** Asks again and again, also after an answer that did not come. */
function useProgress({ measureId, uploadId }: ProgressProps["target"], start: UploadProgress): UploadProgress {
  const client = useTRPCClient();
  const [progress, setProgress] = useState(start);
  useEffect(() => {
    const left = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const answer = await client.imports.progress
        .query({ measureId, uploadId }, { signal: left.signal })
        .catch(() => null);
      if (left.signal.aborted) return;
      if (answer) setProgress(answer);
      timer = setTimeout(ask, pollMs);
    };
    void ask();
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [client, measureId, uploadId]);
  return progress;
}

function useThrottled(words: string): string {
  const [announced, setAnnounced] = useState(words);
  const latest = useRef(words);
  latest.current = words;
  useEffect(() => {
    const timer = setInterval(() => setAnnounced(latest.current), announceMs);
    return () => clearInterval(timer);
  }, []);
  return announced;
}
