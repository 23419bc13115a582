"use client";

import { useMutation } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "@/app/trpc";
import type { MeasureCounting } from "@/db/terms";
import type { NumberBox } from "@/server/measures/input";
import { LogForm, type PeriodChoice } from "./log-form";
import { Saved, type SavedAnswer } from "./saved";
import { TakenBack } from "./taken-back";

type LogBoxProps = {
  measure: { id: string; counting: MeasureCounting; unit: string };
  organisationId: string;
  periodOn: string;
  periods: readonly PeriodChoice[];
  lastTime?: string;
};

/** The number box: one screen that takes a number and turns into what it means. */
export function LogBox({ measure, organisationId, periodOn, periods, lastTime }: LogBoxProps) {
  const router = useRouter();
  const { measures } = useTRPC();
  const log = useMutation(measures.log.mutationOptions());
  const correct = useMutation(measures.correct.mutationOptions());
  const [saved, setSaved] = useState<SavedAnswer | null>(null);
  const [takenBack, setTakenBack] = useState<string[] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // The keypad opens by itself where the phone allows it: the number is all that is asked for
  useEffect(() => box.current?.querySelector<HTMLInputElement>("input[inputmode=decimal]")?.focus(), []);

  const send = async ({ reason = "", version, ...part }: NumberBox, key: string) => {
    const sent = { ...part, measureId: measure.id, key };
    try {
      const answer =
        version === undefined ? await log.mutateAsync(sent) : await correct.mutateAsync({ ...sent, reason, version });
      setSaved({ ...answer, periodOn: part.periodOn });
      setTakenBack(null);
      router.refresh();
    } catch (error) {
      // What is there now: somebody else may have been first. Without an answer, to read again would lead off this page
      if (error instanceof TRPCClientError && error.data) router.refresh();
      throw error;
    }
  };
  if (saved) {
    const again = () => {
      router.push(`/log/${measure.id}?for=${organisationId}`); // the next open period, not the one named in the address
      setSaved(null);
    };
    const undone = (sentences: string[]) => {
      setTakenBack(sentences);
      setSaved(null);
      router.refresh();
    };
    return (
      <Saved
        answer={saved}
        measureId={measure.id}
        organisationId={organisationId}
        onAnother={again}
        onUndone={undone}
      />
    );
  }
  return (
    <div ref={box}>
      {takenBack && <TakenBack sentences={takenBack} />}
      <LogForm
        key={periodOn}
        measure={measure}
        organisationId={organisationId}
        periodOn={periodOn}
        periods={periods}
        lastTime={lastTime}
        send={send}
      />
    </div>
  );
}
