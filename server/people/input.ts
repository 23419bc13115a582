import { z } from "zod";
import { personName } from "@/server/auth/input";
import { optionalLine } from "@/server/text";

export const editProfileInput = z.object({
  name: personName,
  job: optionalLine(200).transform((job) => job?.trim()),
});

/** A device, by an id that it generated once. */
export const deviceKeyInput = z.object({ deviceId: z.uuid() });

/** A session, by the hash of its token. */
export const endSessionInput = z.object({ sessionId: z.string().max(100) });
