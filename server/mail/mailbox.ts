import type { Mail } from "./send";

/** An e-mail as it would have been sent, and when, in ISO 8601. */
export type MailboxEntry = Mail & { at: string };

const maxEntries = 50;
/** Pages and jobs are bundled apart and share the process, so the list hangs on what they share. */
const shared = globalThis as { leewayMailbox?: MailboxEntry[] };

/** In development, and nowhere else, the newest e-mails are kept in memory and shown at /dev/mailbox. */
export const hasMailbox = (): boolean => process.env.NODE_ENV === "development";

export function addToMailbox(mail: Mail): void {
  if (!hasMailbox()) return;
  const entry = { ...mail, at: new Date().toISOString() };
  shared.leewayMailbox = [entry, ...(shared.leewayMailbox ?? [])].slice(0, maxEntries);
}

/** The newest first. */
export const listMailbox = (): MailboxEntry[] => shared.leewayMailbox ?? [];
