import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { codeOf } from "@/db/embedded/problem";
import { CannotStart } from "./cannot-start";
import { isLoopback, type Settings } from "./settings";

/** Checks that the port is free, before any long work. Waits briefly for a server that is stopping. */
export async function refuseTakenPort({ host, port }: Settings): Promise<void> {
  // A browser tries IPv4 and IPv6 for "localhost", so another program on either would be found instead of Leeway
  const hosts = isLoopback(host) ? ["127.0.0.1", "::1"] : [host];
  for (const each of hosts) {
    let code = await tryToListen(each, port);
    for (let round = 0; code === "EADDRINUSE" && round < 10; round += 1) {
      await wait(100);
      code = await tryToListen(each, port);
    }
    if (code === undefined || (code !== "EADDRINUSE" && each !== host && isLoopback(each))) continue; // one address family is enough
    throw new CannotStart(sentence(code, host, port));
  }
}

function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(codeOf(error) ?? "unknown"));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

function sentence(code: string, host: string, port: number): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port === 65_535 ? 3000 : port + 1} npm start.`;
  }
  if (code === "EACCES")
    return `Port ${port} needs more rights than you have. Choose one above 1023: PORT=3000 npm start.`;
  return `This machine cannot listen on HOST ${host} (${code}). Leave HOST out, or give one of the machine's own addresses.`;
}
