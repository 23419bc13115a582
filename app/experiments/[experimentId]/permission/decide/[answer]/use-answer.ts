"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/app/trpc";
import type { Choice } from "@/app/ui/choice";
import type { AnswerInput } from "@/server/permissions/answering/input";

export type Answering = {
  experimentId: string;
  requestId: string;
  /** The fingerprint of the terms on this page: an answer to other words is refused. */
  termsHash: string;
  /** The words have changed since: the new ones are to be read first. */
  stale: boolean;
  organisations: Choice<string>[];
};

/** Sends an answer; refused, it reads the page again, which then shows what has changed above what was typed. */
export function useAnswer({ experimentId }: Answering) {
  const router = useRouter();
  const answer = useMutation(useTRPC().permissions.answer.mutationOptions());
  return async (given: AnswerInput, key: string) => {
    try {
      await answer.mutateAsync({ ...given, experimentId, key });
    } catch (refused) {
      router.refresh();
      throw refused;
    }
    router.push(`/experiments/${experimentId}/permission?said=answered-${given.answer}`);
    router.refresh();
  };
}
