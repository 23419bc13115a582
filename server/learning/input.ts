import { z } from "zod";
import { searchWords } from "@/server/text";

export const learningFilters = z.object({
  q: searchWords,
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type LearningFilters = z.infer<typeof learningFilters>;
