"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { address } from "@/app/address";
import { beginConnecting } from "@/server/auth/sign-in";

/** Leads to the provider; who signs in there is connected to the person of this session. */
export async function connectProvider(): Promise<void> {
  const there = await beginConnecting(address("/settings", { notice: "account connected" }));
  redirect((there ?? address("/settings", { notice: "account not connected" })) as Route);
}
