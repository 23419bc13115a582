import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { refuseTakenPort } from "./free-port";
import { readSettings } from "./settings";

async function listenOn(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test.each(["127.0.0.1", "0.0.0.0"])("a port taken on %s is refused with a sentence", async (host) => {
  const port = await listenOn(host);
  await expect(refuseTakenPort(readSettings({ PORT: String(port) }))).rejects.toThrow(
    `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start.`,
  );
});

test("a port that a browser would find taken under the name localhost is refused", async () => {
  const port = await listenOn("::1").catch(() => undefined);
  if (port === undefined) return; // does not apply without IPv6
  await expect(refuseTakenPort(readSettings({ PORT: String(port) }))).rejects.toThrow(/is taken/);
});

test("a server that is just stopping gets a moment", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  setTimeout(() => server.close(), 250);
  await expect(refuseTakenPort(readSettings({ PORT: String(port) }))).resolves.toBeUndefined();
});

test("a host that is not this machine's is refused with a sentence", async () => {
  await expect(refuseTakenPort(readSettings({ HOST: "192.0.2.1", PORT: "39217" }))).rejects.toThrow(
    /cannot listen on HOST 192\.0\.2\.1 \(EADDRNOTAVAIL\)/,
  );
});
