import { createTransport } from "nodemailer";

export type Mail = { to: string; subject: string; text: string };

/** Somebody may be waiting at a form: a mail server that says nothing is given up on. In milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };

/** Sends one e-mail through SMTP_URL; where none is given, prints it on the server's console for whoever runs it there. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const server = process.env.SMTP_URL;
  if (!server) {
    console.info(`E-mail to ${to} (printed here because SMTP_URL is not set)\n${subject}\n\n${text}\n`);
    return;
  }
  const transport = createTransport(
    { url: server, ...patience },
    { from: process.env.EMAIL_FROM ?? "Leeway <no-reply@localhost>" },
  );
  try {
    await transport.sendMail({ to: { name: "", address: to }, subject, text });
  } finally {
    transport.close();
  }
}
