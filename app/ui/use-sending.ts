"use client";

import { useRef, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { createSender } from "./sender";

type Sending = {
  send: (values: FieldValues, key: string) => Promise<unknown>;
  onStart: () => void;
  /** Called with the boxes' values at the time of sending. */
  onSuccess: (typed: FieldValues) => void;
  onProblem: (error: unknown) => void;
};

/** Sends at most once per press, and reports the outcome. */
export function useSending({ send, onStart, onSuccess, onProblem }: Sending) {
  const sender = useRef(createSender()).current;
  const [busy, setBusy] = useState(false);

  const start = (values: FieldValues, typed: FieldValues) => {
    const key = sender.begin(values);
    if (key === undefined) return;
    onStart();
    setBusy(true);
    send(values, key)
      .then(
        () => {
          sender.succeeded();
          onSuccess(typed);
        },
        (error: unknown) => {
          sender.failed();
          onProblem(error);
        },
      )
      .finally(() => setBusy(false));
  };

  return { busy, start, acceptsPress: sender.acceptsPress };
}
