import { type TRPCClient, TRPCClientError } from "@trpc/client";
import { sentFor } from "@/app/trpc";
import type { ReadyToLog } from "@/server/measures/observations/ready";
import type { AppRouter } from "@/server/root";
import type { Problem, QueuedResult } from "./queued-result";
import { requestTimeoutMs, type SendResponse } from "./rules";
import type { SendResult } from "./send-queue";

/** The procedures that the outbox calls, each as one person. */
export type Server = {
  /** Null when that person is no longer signed in here. */
  key: (personId: string, deviceId: string) => Promise<{ key: string; secondsLeft: number } | null>;
  ready: (personId: string, openId?: string) => Promise<ReadyToLog[]>;
  send: (personId: string, result: QueuedResult) => Promise<SendResult>;
};

/** Calls the procedures as one person, with a short timeout. */
export function serverFor(client: TRPCClient<AppRouter>): Server {
  const as = (personId: string) => ({ ...sentFor(personId), signal: AbortSignal.timeout(requestTimeoutMs) });
  return {
    key: async (personId, deviceId) => {
      try {
        return await client.people.deviceKey.query({ deviceId }, as(personId));
      } catch (error) {
        if (responseOf(error).status === 401) return null;
        throw error;
      }
    },
    ready: (personId, openId) => client.measures.readyToLog.query({ openId }, as(personId)),
    send: async (personId, { id: key, sent: { reason, version, ...part } }) => {
      try {
        const answer =
          version === undefined
            ? await client.measures.log.mutate({ ...part, key }, as(personId))
            : await client.measures.correct.mutate({ ...part, reason: reason ?? "", version, key }, as(personId));
        return { answer };
      } catch (error) {
        return { problem: { data: dataOf(error) ?? {} }, response: responseOf(error) };
      }
    },
  };
}

const dataOf = (error: unknown): Problem["data"] | null => (error instanceof TRPCClientError ? error.data : null);

function responseOf(error: unknown): SendResponse {
  const status = dataOf(error)?.httpStatus;
  return { status, fromLeeway: status !== undefined };
}
