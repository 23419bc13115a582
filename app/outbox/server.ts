import { type TRPCClient, TRPCClientError } from "@trpc/client";
import { sentFor } from "@/app/trpc";
import type { ReadyToLog } from "@/server/measures/observations/ready";
import type { AppRouter } from "@/server/root";
import type { Kept, Problem } from "./kept";
import type { Sending } from "./round";
import { answerWithin, type Came } from "./rules";

/** What only a server can give, asked in one person's name. */
export type Server = {
  /** Nothing when that person is not signed in here any more. */
  key: (personId: string, deviceId: string) => Promise<{ key: string; secondsLeft: number } | null>;
  ready: (personId: string, openId?: string) => Promise<ReadyToLog[]>;
  send: (personId: string, kept: Kept) => Promise<Sending>;
};

/** The procedures as the outbox asks them: in one person's name, and never waiting longer than a phone's owner would. */
export function serverFor(client: TRPCClient<AppRouter>): Server {
  const as = (personId: string) => ({ ...sentFor(personId), signal: AbortSignal.timeout(answerWithin) });
  return {
    key: async (personId, deviceId) => {
      try {
        return await client.people.deviceKey.query({ deviceId }, as(personId));
      } catch (error) {
        if (whatCame(error).status === 401) return null;
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
        return { problem: { data: dataOf(error) ?? {} }, came: whatCame(error) };
      }
    },
  };
}

const dataOf = (error: unknown): Problem["data"] | null => (error instanceof TRPCClientError ? error.data : null);

function whatCame(error: unknown): Came {
  const status = dataOf(error)?.httpStatus;
  return { status, fromLeeway: status !== undefined };
}
