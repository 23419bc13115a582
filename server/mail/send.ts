import { createTransport } from "nodemailer";

export type Mail = { to: string; subject: string; text: string };

/** Sends one e-mail through SMTP_URL; where none is given, prints it on the server's console for whoever runs it there. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const server = process.env.SMTP_URL;
  if (!server) {
    console.info(`E-mail to ${to} (printed here because SMTP_URL is not set)\n${subject}\n\n${text}\n`);
    return;
  }
  const transport = createTransport(server, { from: process.env.EMAIL_FROM ?? "Leeway <no-reply@localhost>" });
  try {
    await transport.sendMail({ to: { name: "", address: to }, subject, text });
  } finally {
    transport.close();
  }
}
