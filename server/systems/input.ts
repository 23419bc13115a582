import { z } from "zod";
import { pathwayStages } from "@/db/vocabulary";

/** The system whose page is opened, and the one stage of the way through care it is narrowed to, as they stand in the address. */
export const systemPageInput = z.object({
  systemId: z.uuid("We could not find that system."),
  stage: z.enum(pathwayStages).optional().catch(undefined),
});
