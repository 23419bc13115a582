"use client";

import { useRouter } from "next/navigation";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { type Keyed, useChange } from "@/app/use-change";
import type { AnswerInput } from "@/server/permissions/answering/input";

export type AnswerFormProps = {
  experimentId: string;
  requestId: string;
  /** Hash of the terms on this page; an answer to other terms is refused. */
  termsHash: string;
  /** The terms have changed and must be read again first. */
  stale: boolean;
  organisations: Choice<string>[];
};

/** Sends an answer. If it is refused, refreshes the page, which then shows what changed and keeps what was typed. */
export function useAnswer({ experimentId }: AnswerFormProps) {
  const router = useRouter();
  const { permissions } = useTRPCClient();
  const answer = async (input: Keyed<AnswerInput>) => {
    try {
      return await permissions.answer.mutate({ ...input, experimentId });
    } catch (error) {
      router.refresh();
      throw error;
    }
  };
  return useChange(answer, {
    to: `/experiments/${experimentId}/permission`,
    notice: (_, input) => `answered ${input.answer}`,
  });
}
