"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { address } from "@/app/address";
import { askForLinkInput, becomeAdministratorInput } from "@/server/auth/input";
import { safePath } from "@/server/auth/safe-path";
import * as auth from "@/server/auth/sign-in";
import { NotFound, Refusal } from "@/server/errors";
import type { ActionResult } from "./action-result";

/** Signs in as a person of the demo world; refused in other installations. */
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

/** Returns nothing on success; the form then navigates, because a redirect from here would reach it as an error. */
export async function askForLink(input: z.input<typeof askForLinkInput>, from: string): Promise<ActionResult> {
  const checked = askForLinkInput.safeParse(input);
  if (!checked.success) return validationResult(checked.error);
  try {
    await auth.askForLink(checked.data.email, safePath(from));
  } catch (error) {
    return refusalResult(error);
  }
}

/** A form's action, not a link, because it sets the cookies that the callback checks. */
export async function signInAtProvider(form: FormData): Promise<void> {
  const providerUrl = await auth.beginSigningInAtProvider(safePath(form.get("from")));
  redirect((providerUrl ?? "/sign-in?problem=provider") as Route);
}

export async function becomeFirstAdministrator(
  token: string,
  input: z.input<typeof becomeAdministratorInput>,
): Promise<ActionResult> {
  const checked = becomeAdministratorInput.safeParse(input);
  if (!checked.success) return validationResult(checked.error);
  try {
    await auth.signInAsFirstAdministrator({ token: String(token), ...checked.data });
  } catch (error) {
    return refusalResult(error);
  }
}

export async function signOut(): Promise<void> {
  await auth.signOut();
  redirect(address("/sign-in", { notice: "signed out" }));
}

export async function signOutEverywhere(): Promise<void> {
  await auth.signOutEverywhere();
  redirect(address("/sign-in", { notice: "signed out everywhere" }));
}

function validationResult(error: z.ZodError): ActionResult {
  return {
    refusal: [],
    fieldErrors: Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message])),
  };
}

function refusalResult(error: unknown): ActionResult {
  if (error instanceof Refusal) return { refusal: error.sentences, fieldErrors: error.fieldErrors };
  throw error;
}
