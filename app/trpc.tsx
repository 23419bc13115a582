"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/server/root";
import { senderHeader } from "@/server/sender";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

/** The person a queued result belongs to, so that it is sent as theirs. Calls made from a page need none. */
export const sentFor = (personId: string) => ({ context: { sender: personId } });
const senderHeaders = ({ sender }: Record<string, unknown>): Record<string, string> =>
  typeof sender === "string" ? { [senderHeader]: sender } : {};

/** The browser's tRPC client. It never retries by itself: a change carries an idempotency key, and a person decides to retry. */
export function ProcedureProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: 1 } } }));
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [httpLink({ url: "/api/trpc", headers: ({ op }) => senderHeaders(op.context) })],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
