"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/server/root";

const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

export { useTRPC };

/** The browser's client. Nothing is sent twice by itself: a change carries its key, and a person decides to try again. */
export function ProcedureProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(
    // Without a network a change is not held back until there is one: it fails, and the form says so
    () =>
      new QueryClient({ defaultOptions: { queries: { retry: 1 }, mutations: { retry: 0, networkMode: "always" } } }),
  );
  const [client] = useState(() => createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc" })] }));
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
