import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { repeatForever, sendRequest, sendRequests, WrongAnswer } from "./send-requests";

/** A server that answers with the status in its path, and counts requests and connections. */
async function aServer() {
  const received: { path: string; method: string; cookie: string | undefined; body: string }[] = [];
  let connections = 0;
  const server = createServer(async (request: IncomingMessage, response) => {
    const { url = "", method = "", headers } = request;
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ path: url, method, cookie: headers.cookie, body });
    response.statusCode = Number(url.slice(1));
    response.end("twelve bytes");
  });
  server.on("connection", () => (connections += 1));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, received, connections: () => connections };
}

test("so many ask at once, each on one connection, until there is nothing left to ask", async () => {
  const { port, received, connections } = await aServer();
  const calls = Array.from({ length: 40 }, () => ({ port, path: "/200", cookie: "session=1" })).values();
  const took = await sendRequests(calls, { connections: 4, milliseconds: 60_000 });
  expect(took).toHaveLength(40);
  expect(Math.min(...took)).toBeGreaterThan(0);
  expect(received[0]).toMatchObject({ path: "/200", method: "GET", cookie: "session=1" });
  expect(connections()).toBe(4);
});

test("or until the time is over", async () => {
  const { port } = await aServer();
  const took = await sendRequests(repeatForever({ port, path: "/200" }), { connections: 2, milliseconds: 100 });
  expect(took.length).toBeGreaterThan(0);
});

test("a body is posted as JSON, and the bytes of the answer are counted", async () => {
  const { port, received } = await aServer();
  expect(await sendRequest({ port, path: "/200", body: '{"value":1}' })).toBe(12);
  expect(received[0]).toMatchObject({ method: "POST", body: '{"value":1}' });
});

test.each([307, 404, 500])("an answer of %i is no answer, and its words are told", async (status) => {
  const { port } = await aServer();
  const asking = sendRequests(repeatForever({ port, path: `/${status}` }), { connections: 2, milliseconds: 60_000 });
  await expect(asking).rejects.toThrow(new WrongAnswer(`/${status} answered ${status}, not 200: twelve bytes`));
});

test("neither is none at all", async () => {
  await expect(sendRequest({ port: 1, path: "/200" })).rejects.toThrow(/^\/200 did not answer: .*ECONNREFUSED/);
});
