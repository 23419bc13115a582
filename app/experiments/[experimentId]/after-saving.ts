import type { Route } from "next";
import { address } from "@/app/address";

type Saved = { experimentId: string; from?: string };

/** Where a form leads once it is saved: back to the task list of asking for those who came from there, else to its own page. */
export const afterSaving = ({ experimentId, from }: Saved, otherwise: "" | "/results" | "/risks"): Route =>
  from === "asking"
    ? address(`/experiments/${experimentId}/permission/ask`)
    : address(`/experiments/${experimentId}${otherwise}`);

/** The word in the address that says where somebody came from, if it is one we know. */
export const parseFrom = (from: string | string[] | undefined): string | undefined =>
  from === "asking" ? "asking" : undefined;
