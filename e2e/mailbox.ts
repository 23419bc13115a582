import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** The button that requests a sign-in e-mail. */
export const sendLink = "Send me a link";

export type Mailbox = {
  /** Its SMTP_URL. */
  url: string;
  /** Waits for an e-mail to this address. @returns the first link in the latest one */
  linkFor(address: string): Promise<string>;
  close(): Promise<void>;
};

/** An SMTP server that stores e-mails. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: { to: string; text: string }[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const text = decodeQuotedPrintable(Buffer.concat(chunks).toString("utf8"));
        mails.push(...session.envelope.rcptTo.map(({ address }) => ({ to: address, text })));
        for (const tell of waiting) tell();
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  const linkFor = async (address: string) => {
    for (;;) {
      const mail = mails.findLast(({ to }) => to === address);
      const link = mail && /https?:\/\/\S+/.exec(mail.text)?.[0];
      if (link) return link;
      await new Promise<void>((tell) => waiting.add(tell));
    }
  };
  return {
    url: `smtp://127.0.0.1:${port}`,
    linkFor,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

const decodeQuotedPrintable = (text: string) =>
  text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
