"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useDeviceState, useOutbox } from "@/app/outbox/provider";
import { type Answer, toTypedResult } from "@/app/outbox/queued-result";
import { useLog } from "@/app/outbox/use-log";
import type { MeasureCounting, MeasureRhythm } from "@/db/vocabulary";
import type { NumberBox } from "@/server/measures/number-box";
import { LogForm, type PeriodChoice } from "./log-form";
import { Saved, type SavedAnswer } from "./saved";
import { TakenBack } from "./taken-back";
import { WaitingResult } from "./waiting-result";

export type LogBoxProps = {
  measure: {
    id: string;
    name: string;
    counting: MeasureCounting;
    unit: string;
    decimals: number;
    rhythm: MeasureRhythm;
  };
  organisationId: string;
  periodOn: string;
  periods: readonly PeriodChoice[];
  lastTime?: string;
  /** Whether the page came from the device's cache: refreshing it would need signal. */
  isCachedPage?: boolean;
};

/** The number box: takes a number, then shows what it means or that it waits for signal. */
export function LogBox({ measure, organisationId, periodOn, periods, lastTime, isCachedPage }: LogBoxProps) {
  const router = useRouter();
  const log = useLog();
  const outbox = useOutbox();
  const corrected = useCorrectedResult();
  const [saved, setSaved] = useState<SavedAnswer | null>(null);
  const [waiting, setWaiting] = useState<{ id: string; part: NumberBox } | null>(null);
  const [typed, setTyped] = useState<NumberBox>();
  const [takenBack, setTakenBack] = useState<string[] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // Opens the keypad on phones that allow it: the number is the only thing to type
  useEffect(() => box.current?.querySelector<HTMLInputElement>("input[inputmode=decimal]")?.focus(), []);

  const refresh = useCallback(() => {
    if (!isCachedPage) router.refresh();
  }, [isCachedPage, router]);
  const send = async (part: NumberBox, key: string) => {
    try {
      const answer = await log(toTypedResult(measure, part, key));
      if (corrected) void outbox?.remove([corrected.id]);
      setTakenBack(null);
      if (answer === "waiting" || answer === "signed out") return setWaiting({ id: key, part });
      setSaved({ ...answer, periodOn: part.periodOn });
      refresh();
    } catch (error) {
      // Somebody else may have been first, so show the present results. Without an answer a refresh would leave this page
      if (wasAnswered(error)) refresh();
      throw error;
    }
  };
  const waitingPeriodOn = waiting?.part.periodOn ?? periodOn;
  const onSent = useCallback(
    (answer: Answer) => {
      setSaved({ ...answer, periodOn: waitingPeriodOn });
      setWaiting(null);
      refresh();
    },
    [waitingPeriodOn, refresh],
  );
  if (waiting) {
    const edit = () => {
      setTyped(waiting.part);
      setWaiting(null);
      if (navigator.onLine) refresh();
    };
    return <WaitingResult id={waiting.id} onSent={onSent} onChange={edit} />;
  }
  if (saved) {
    const addAnother = () => {
      const next = `/log/${measure.id}?for=${organisationId}` as const; // the next open period, not the one in the address
      if (isCachedPage) return location.assign(next);
      router.push(next);
      setTyped(undefined);
      setSaved(null);
    };
    const onUndone = (sentences: string[]) => {
      setTakenBack(sentences);
      setSaved(null);
      refresh();
    };
    return (
      <Saved
        answer={saved}
        measureId={measure.id}
        organisationId={organisationId}
        onAnother={addAnother}
        onUndone={onUndone}
      />
    );
  }
  const filled = typed ?? corrected?.sent;
  return (
    <div ref={box}>
      {takenBack && <TakenBack sentences={takenBack} />}
      <LogForm
        key={`${filled?.periodOn ?? periodOn} ${filled ? "filled" : ""}`}
        measure={measure}
        organisationId={organisationId}
        periodOn={filled?.periodOn ?? periodOn}
        periods={periods}
        lastTime={lastTime}
        typed={filled}
        send={send}
      />
    </div>
  );
}

const wasAnswered = (error: unknown) => Boolean(error instanceof Error && "data" in error && error.data);

/** The queued result in the address, which was refused and is being corrected. */
function useCorrectedResult() {
  const id = useSearchParams().get("kept");
  return useDeviceState()?.results.find((result) => result.id === id);
}
