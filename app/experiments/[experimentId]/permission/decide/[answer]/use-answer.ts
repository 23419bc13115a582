"use client";

import { useRouter } from "next/navigation";
import { useTRPCClient } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import { type Keyed, useChange } from "@/app/use-change";
import type { AnswerInput } from "@/server/permissions/answering/input";

export type AnswerFormProps = {
  experimentId: string;
  requestId: string;
  /** The fingerprint of the terms on this page: an answer to other words is refused. */
  termsHash: string;
  /** The words have changed since: the new ones are to be read first. */
  stale: boolean;
  organisations: Choice<string>[];
};

/** Sends an answer; refused, it reads the page again, which then shows what has changed above what was typed. */
export function useAnswer({ experimentId }: AnswerFormProps) {
  const router = useRouter();
  const { permissions } = useTRPCClient();
  const answer = async (given: Keyed<AnswerInput>) => {
    try {
      return await permissions.answer.mutate({ ...given, experimentId });
    } catch (refused) {
      router.refresh();
      throw refused;
    }
  };
  return useChange(answer, {
    to: `/experiments/${experimentId}/permission`,
    notice: (_, given) => `answered ${given.answer}`,
  });
}
