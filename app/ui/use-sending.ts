"use client";

import { useRef, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { createSender } from "./sender";

type Sending = {
  send: (values: FieldValues, key: string) => Promise<unknown>;
  onStart: () => void;
  /** Gets what was in the boxes when it was sent. */
  onSuccess: (typed: FieldValues) => void;
  onProblem: (error: unknown) => void;
};

/** Sends once a press, and learns from the promise how it went. */
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
          sender.didNotSucceed();
          onProblem(error);
        },
      )
      .finally(() => setBusy(false));
  };

  return { busy, start, takesPress: sender.open };
}
