"use client";

import { useEffect, useRef } from "react";
import { useTRPCClient } from "@/app/trpc";
import { useOutbox } from "./provider";
import type { Answer, TypedResult } from "./queued-result";

/** Stores a result on the device, if it can, and sends it. Throws a refusal while the form is open. */
export function useLog() {
  const outbox = useOutbox();
  const { measures } = useTRPCClient();
  const ids = useRef<string[]>([]);
  useEffect(() => () => outbox?.closeForms(ids.current), [outbox]);
  return async (typed: TypedResult): Promise<Answer | "waiting" | "signed out"> => {
    ids.current.push(typed.id);
    const outcome = (await outbox?.submit(typed)) ?? null;
    if (outcome === "waiting" || outcome === "signed out") return outcome;
    if (outcome === null) {
      const { reason = "", version, ...part } = typed.sent;
      const sent = { ...part, key: typed.id };
      return version === undefined ? measures.log.mutate(sent) : measures.correct.mutate({ ...sent, reason, version });
    }
    await outbox?.remove([typed.id]);
    if ("answer" in outcome) return outcome.answer;
    throw Object.assign(new Error("Refused"), outcome.problem);
  };
}
