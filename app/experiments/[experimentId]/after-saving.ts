import type { Route } from "next";
import { address } from "@/app/address";

type Saved = { experimentId: string; from?: string };

/** The page after saving: the permission request's task list for those who came from it, else a page of the experiment. */
export const afterSaving = ({ experimentId, from }: Saved, part: "" | "/results" | "/risks"): Route =>
  from === "asking"
    ? address(`/experiments/${experimentId}/permission/ask`)
    : address(`/experiments/${experimentId}${part}`);

/** The ?from= parameter, if it is a known one. */
export const parseFrom = (from: string | string[] | undefined): string | undefined =>
  from === "asking" ? "asking" : undefined;
