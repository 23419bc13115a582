import { createTransport } from "nodemailer";
import { addToMailbox } from "./mailbox";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  /** What the console prints in place of the whole text: a letter that nobody waits for at a form takes one line. */
  inShort?: string;
  /** The same for the same letter, so that a mailbox that gets it twice shows it once. */
  once?: string;
};

/** In milliseconds, and short: somebody may be waiting at a form. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };

/** Sends one e-mail through SMTP_URL; where none is given, prints it on the server's console for whoever runs it there. */
export async function sendMail(mail: Mail): Promise<void> {
  const { to, subject, text, inShort, once } = mail;
  addToMailbox(mail);
  const server = process.env.SMTP_URL;
  if (!server) {
    console.info(
      inShort
        ? `E-mail to ${to}: ${subject} ${inShort}`
        : `E-mail to ${to} (printed here because SMTP_URL is not set)\n${subject}\n\n${text}\n`,
    );
    return;
  }
  const transport = createTransport(
    { url: server, ...timeouts },
    { from: process.env.EMAIL_FROM ?? "Leeway <no-reply@localhost>" },
  );
  try {
    const messageId = once && `<${once}@leeway>`;
    await transport.sendMail({ to: { name: "", address: to }, subject, text, ...(messageId && { messageId }) });
  } finally {
    transport.close();
  }
}
