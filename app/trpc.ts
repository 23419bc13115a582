import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "@/server/root";
import { senderHeader } from "@/server/sender";

/** The person a queued result belongs to, so that it is sent as theirs. Calls made from a page need none. */
export const sentFor = (personId: string) => ({ context: { sender: personId } });
const senderHeaders = ({ sender }: Record<string, unknown>): Record<string, string> =>
  typeof sender === "string" ? { [senderHeader]: sender } : {};

/** The browser's tRPC client. It never retries by itself: a change carries an idempotency key, and a person decides to retry. */
const client = createTRPCClient<AppRouter>({
  links: [httpLink({ url: "/api/trpc", headers: ({ op }) => senderHeaders(op.context) })],
});

export const useTRPCClient = () => client;
