import type { Route } from "next";
import type { SaidCode } from "@/app/said";

type Saved = { experimentId: string; from?: string; said: SaidCode };

/** Where a form leads once it is saved: back to the task list of asking for those who came from there, else to its own page. */
export const afterSaving = ({ experimentId, from, said }: Saved, otherwise: string): Route =>
  from === "asking"
    ? (`/experiments/${experimentId}/permission/ask?said=${said}` as Route)
    : (`/experiments/${experimentId}${otherwise}?said=${said}` as Route);

/** The word in the address that says where somebody came from, if it is one we know. */
export const cameFrom = (from: string | string[] | undefined): string | undefined =>
  from === "asking" ? "asking" : undefined;
