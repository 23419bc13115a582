/** Request header in which a device names the owner of a stored result: see server/context.ts. */
export const senderHeader = "x-leeway-sender";
