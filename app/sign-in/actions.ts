"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { safePath } from "@/server/auth/safe-path";
import * as auth from "@/server/auth/sign-in";
import { NotFound } from "@/server/errors";

/** One press on a person of the demo world. Refused wherever the demo world is not on. */
export async function signInAsDemoPerson(form: FormData): Promise<void> {
  const personId = z.uuid().safeParse(form.get("personId"));
  if (!personId.success) redirect("/sign-in?problem=unknown-person");
  try {
    await auth.signInAsDemoPerson(personId.data);
  } catch (error) {
    if (error instanceof NotFound) redirect("/sign-in?problem=unknown-person");
    throw error;
  }
  redirect(safePath(form.get("from")) as Route);
}

export async function signOut(): Promise<void> {
  await auth.signOut();
  redirect("/sign-in?done=signed-out");
}

export async function signOutEverywhere(): Promise<void> {
  await auth.signOutEverywhere();
  redirect("/sign-in?done=signed-out-everywhere");
}
