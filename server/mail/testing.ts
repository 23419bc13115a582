import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, vi } from "vitest";

export type TakenMail = { from: string; to: string[]; text: string };

/** Starts a real mail server on this machine for a test. */
export async function mailServer(): Promise<{ address: string; taken: TakenMail[]; close(): Promise<void> }> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        taken.push({ from, to: envelope.rcptTo.map((one) => one.address), text: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    address: `smtp://127.0.0.1:${port}`,
    taken,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** The mail server of a test file, with every e-mail it received. */
export function mailThroughout() {
  let server: Awaited<ReturnType<typeof mailServer>>;
  beforeAll(async () => {
    server = await mailServer();
    vi.stubEnv("SMTP_URL", server.address);
    vi.stubEnv("NEXTAUTH_URL", "https://leeway.example");
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.close();
  });
  return {
    get taken() {
      return server.taken;
    },
  };
}
