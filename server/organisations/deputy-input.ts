import { z } from "zod";
import { day } from "@/server/text";

export const nameDeputyInput = z
  .object({
    organisationId: z.uuid("Choose the organisation you answer for"),
    deputyId: z.uuid("Choose who answers in your name"),
    fromOn: day("Enter the first day"),
    toOn: day("Enter the last day"),
  })
  .refine((named) => named.toOn >= named.fromOn, {
    path: ["toOn"],
    error: "The last day must not be before the first day",
  });
export type NameDeputyInput = z.infer<typeof nameDeputyInput>;

export const endDeputyInput = z.object({ deputyRowId: z.uuid() });
