"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { createSender } from "./sender";

type Sending = {
  problem: unknown;
  // biome-ignore lint/suspicious/noConfusingVoidType: as in Form
  send: (values: FieldValues, key: string) => void | Promise<unknown>;
  onStart: () => void;
  /** Gets what was in the boxes when it was sent. */
  onSuccess: (typed: FieldValues) => void;
  onProblem: (error: unknown) => void;
};

/** Sends once a press, and learns how it went: from the promise, or from the button's `busy` when there is none. */
export function useSending({ problem, send, onStart, onSuccess, onProblem }: Sending) {
  const sender = useRef(createSender()).current;
  const [busy, setBusy] = useState(false);
  const [buttonBusy, setButtonBusy] = useState(false);
  /** What was sent without a promise, until the button says that it is over. */
  const awaited = useRef<FieldValues | null>(null);

  const wasBusy = useRef(false);
  useEffect(() => {
    const over = wasBusy.current && !buttonBusy;
    wasBusy.current = buttonBusy;
    if (!over || !awaited.current) return;
    const typed = awaited.current;
    awaited.current = null;
    if (problem) return sender.didNotSucceed();
    sender.succeeded();
    onSuccess(typed);
  });

  const start = (values: FieldValues, typed: FieldValues) => {
    const key = sender.begin(values);
    if (key === undefined) return;
    onStart();
    let answer: ReturnType<typeof send>;
    try {
      answer = send(values, key);
    } catch (error) {
      sender.didNotSucceed();
      onProblem(error);
      return;
    }
    if (!(answer instanceof Promise)) {
      awaited.current = typed;
      sender.letGo();
      return;
    }
    setBusy(true);
    answer
      .then(
        () => {
          sender.succeeded();
          onSuccess(typed);
        },
        (error: unknown) => {
          sender.didNotSucceed();
          onProblem(error);
        },
      )
      .finally(() => setBusy(false));
  };

  return {
    busy,
    start,
    takesPress: () => !buttonBusy && sender.open(),
    reportBusy: useCallback((now: boolean) => setButtonBusy(now), []),
  };
}
