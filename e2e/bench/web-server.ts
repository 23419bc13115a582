import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { startWebServer as start, untilItAnswers } from "@/server/run/next-server";
import type { AtEnd } from "@/server/run/until-stopped";

/** Starts the production build for one database, on a free port. */
export async function startWebServer(
  databaseUrl: string,
  { folder, secret }: { folder: string; secret: string },
  atEnd: AtEnd,
): Promise<{ port: number; processId: number }> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const settings = { port, host: "127.0.0.1", address, dataDir: folder, databaseUrl, demo: true, workers: 1 };
  const env = { DATABASE_URL: databaseUrl, NEXTAUTH_URL: address, NEXTAUTH_SECRET: secret, LEEWAY_DEMO: "0" };
  const next = start(settings, env, atEnd);
  await untilItAnswers(settings, next);
  return { port, processId: next.pid ?? 0 };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
