import { z } from "zod";

export const learningFilters = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type LearningFilters = z.infer<typeof learningFilters>;
