import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { root } from "@/server/run/command";

export type Leeway = {
  /** The address it printed. */
  address: string;
  dataDir: string;
  launcher: ChildProcess;
  /** Its output so far. */
  printed(): string;
  /** Stops it as Ctrl-C does. @returns its exit code */
  stop(): Promise<number | null>;
};

type Start = { dataDir: string; env?: Record<string, string>; port?: number };

/** Empties settings of the environment, so that Leeway starts with its defaults. */
const noSettings = Object.fromEntries(
  "DATABASE_URL NEXTAUTH_URL NEXTAUTH_SECRET SMTP_URL EMAIL_FROM OIDC_ISSUER HOST DEMO"
    .split(" ")
    .map((name) => [name, ""]),
);

/** Starts Leeway as `npm start` does, and waits for the line with its address. */
export async function startLeeway({ dataDir, env, port }: Start): Promise<Leeway> {
  const launcher = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "server/run/start.ts"], {
    cwd: root,
    // It stops when this IPC channel closes, even if the tests crash
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, ...noSettings, DATA_DIR: dataDir, PORT: String(port ?? (await freePort())), ...env },
  });
  let printed = "";
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed += chunk;
      const line = /^Leeway is at (\S+?): /m.exec(printed);
      if (line?.[1]) resolve(line[1]);
    };
    launcher.stdout?.on("data", read);
    launcher.stderr?.on("data", read);
    launcher.once("exit", (code) => reject(new Error(`Leeway did not start (exit code ${code}):\n${printed}`)));
  });
  const stop = async () => {
    if (launcher.exitCode === null && launcher.signalCode === null) {
      const ended = once(launcher, "exit");
      launcher.kill("SIGTERM");
      await ended;
    }
    return launcher.exitCode;
  };
  return { address, dataDir, launcher, printed: () => printed, stop };
}

/** A free port. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (!address || typeof address === "string") throw new Error("No port was given");
  return address.port;
}
