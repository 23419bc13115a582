import { z } from "zod";
import { day, LAST_DAY_BEFORE_FIRST } from "@/server/text";

const period = { fromOn: day("Enter the first day"), endsOn: day("Enter the last day") };
const inOrder = ({ fromOn, endsOn }: { fromOn: string; endsOn: string }) => endsOn >= fromOn;
const notInOrder = { path: ["endsOn"], error: LAST_DAY_BEFORE_FIRST };

export const nameDeputyInput = z
  .object({
    organisationId: z.uuid("Choose the organisation you answer for"),
    deputyId: z.uuid("Choose who answers in your name"),
    ...period,
  })
  .refine(inOrder, notInOrder);
export type NameDeputyInput = z.infer<typeof nameDeputyInput>;

/** The form's version: one select value holds the ids of system, organisation and person, separated by spaces. */
export const whomToNameInput = z
  .object({ deputyId: z.string("Choose who answers in your name"), ...period })
  .refine(inOrder, notInOrder);

export const endDeputyInput = z.object({ deputyRowId: z.uuid() });
