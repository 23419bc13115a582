import type { Mail } from "./mail";

/** An e-mail as it would have been sent, and when, in ISO 8601. */
export type MailboxEntry = Mail & { at: string };

const maxEntries = 50;
/** On globalThis, because pages and jobs are bundled separately but share the process. */
const shared = globalThis as { leewayMailbox?: MailboxEntry[] };

/** In development only: the newest e-mails, in memory, shown at /dev/mailbox. */
export const hasMailbox = (): boolean => process.env.NODE_ENV === "development";

export function addToMailbox(mail: Mail): void {
  if (!hasMailbox()) return;
  const entry = { ...mail, at: new Date().toISOString() };
  shared.leewayMailbox = [entry, ...(shared.leewayMailbox ?? [])].slice(0, maxEntries);
}

/** Newest first. */
export const listMailbox = (): MailboxEntry[] => shared.leewayMailbox ?? [];
