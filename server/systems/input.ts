import { z } from "zod";
import { pathwayStages } from "@/db/vocabulary";

/** The system, and the pathway stage to filter by, from the address. */
export const systemPageInput = z.object({
  systemId: z.uuid("We could not find that system."),
  stage: z.enum(pathwayStages).optional().catch(undefined),
});
