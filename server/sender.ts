/** The header in which a device names the owner of a stored result that it sends: see server/context.ts. */
export const senderHeader = "x-leeway-sender";
