import { createTransport } from "nodemailer";
import { onOneLine } from "@/server/error-in-log";
import type { Mail } from "./mail";
import { addToMailbox } from "./mailbox";

/** In ms; short, because somebody may be waiting. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };

/** Sends an e-mail through SMTP_URL, or without it prints the e-mail on the server's console. */
export async function sendMail(mail: Mail): Promise<void> {
  const { to, subject, text, inShort, once } = mail;
  addToMailbox(mail);
  const server = process.env.SMTP_URL;
  if (!server) {
    console.info(
      inShort
        ? onOneLine(`E-mail to ${to}: ${subject} ${inShort}`)
        : [`E-mail to ${to} (printed here because SMTP_URL is not set)`, subject, "", ...text.split("\n"), ""]
            .map(onOneLine)
            .join("\n"),
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
