"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { address } from "@/app/address";
import { beginConnecting } from "@/server/auth/sign-in";

/** Redirects to the provider; the account used there is connected to this session's person. */
export async function connectProvider(): Promise<void> {
  const providerUrl = await beginConnecting(address("/settings", { notice: "account connected" }));
  redirect((providerUrl ?? address("/settings", { notice: "account not connected" })) as Route);
}
