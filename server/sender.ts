/** The header in which a device says whose kept result it sends: see server/context.ts. */
export const senderHeader = "x-leeway-sender";
