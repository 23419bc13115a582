import { z } from "zod";
import { personName } from "@/server/auth/input";
import { optionalText } from "@/server/text";

export const editProfileInput = z.object({
  name: personName,
  job: optionalText(200).transform((job) => job?.trim()),
});

/** A device, by an id that it generated once. */
export const deviceKeyInput = z.object({ deviceId: z.uuid() });

/** A session, by the hash of its token. */
export const endSessionInput = z.object({ sessionId: z.string().max(100) });
