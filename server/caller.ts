import "server-only";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { db } from "@/db/client";
import { shareReading } from "@/db/shared-reading";
import { cachePerRequest } from "@/server/cache-per-request";
import { makeContext } from "@/server/context";
import { appRouter } from "@/server/root";
import { TookTooLong } from "@/server/took-too-long";
import { createCallerFactory } from "@/server/trpc";

const sharedByPage = cache(() => shareReading(db(), after));
const makePageContext = async () => ({ ...(await makeContext()), read: sharedByPage() });

const caller = createCallerFactory(appRouter)(makePageContext, {
  onError: ({ error, ctx }) => {
    if (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST") notFound();
    if (error.cause instanceof TookTooLong) throw error.cause; // the page shown instead says so by its mark
    if (error.code === "UNAUTHORIZED") redirect(`/sign-in?from=${encodeURIComponent(ctx?.address ?? "/")}`);
  },
});

/** The results of one page's calls; React drops them after the page. */
const answers = cache(() => new Map<string, unknown>());

/** The procedures for pages, called directly: out of reach shows "not found", signed out redirects to the sign-in page. */
export const api = cachePerRequest(caller, answers);
