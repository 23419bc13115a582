import { z } from "zod";
import { requiredLine } from "@/server/text";

export const nameSystemInput = z.object({
  name: requiredLine("Enter the system's name, such as Quillshire Integrated Care System.", 200).transform((name) =>
    name.trim(),
  ),
  population: z
    .number({ error: "Enter how many people it serves, such as 742000." })
    .int("Enter a whole number.")
    .positive("Enter how many people it serves, such as 742000.")
    .max(100_000_000, "This is more people than live in the country.")
    .optional(),
});
