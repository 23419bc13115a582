/** An e-mail to one person. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** Printed on the console instead of the whole text, for an e-mail that nobody is waiting for. */
  inShort?: string;
  /** Message id, so that a mailbox that gets it twice shows it once. */
  once?: string;
};
