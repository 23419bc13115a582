import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { MAX_BODY_BYTES } from "@/server/body-size";
import { securityHeaders } from "@/server/security-headers";
import { answerBeforeNext } from "./before-next";

const long = "long ".repeat(1_000);
/** Stands in for the procedures: answers what it was asked. */
async function answer(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (pathname.endsWith("/breaks")) throw new Error("broken on purpose");
  if (pathname.endsWith("/long")) return new Response(long, { headers: { vary: "trpc-accept" } });
  const body = request.body ? await request.text() : "";
  return Response.json({ pathname, search, body, cookie: request.headers.get("cookie") }, { status: 207 });
}

let port = 0;
beforeAll(async () => {
  const server = createServer((request, response) => {
    if (!answerBeforeNext(request, response, answer)) response.writeHead(404).end("Next");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
  return () => void server.close();
});

type Asked = { method?: string; headers?: IncomingHttpHeaders; body?: string };

async function ask(path: string, { method = "GET", headers, body }: Asked = {}) {
  const sent = send({ port, path, method, headers });
  sent.end(body);
  const [response] = await once(sent, "response");
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

test.each([
  "/",
  "/api",
  "/api/trpc",
  "/api/trpc/",
  "/api/trpc/a/b",
  "/experiments?from=/api/trpc/a",
  "/api/auth/callback",
])("%s is left to Next", async (path) => {
  expect((await ask(path)).body.toString()).toBe("Next");
});

test("a call is answered with its address, headers and body, and with the headers of every answer", async () => {
  const headers = { cookie: "a=b", "content-type": "application/json" };
  const {
    status,
    headers: answered,
    body,
  } = await ask("/api/trpc/a.b?input=%7B%7D", { method: "POST", headers, body: "{}" });
  expect(status).toBe(207);
  expect(JSON.parse(body.toString())).toEqual({
    pathname: "/api/trpc/a.b",
    search: "?input=%7B%7D",
    body: "{}",
    cookie: "a=b",
  });
  for (const { key, value } of securityHeaders) expect(answered[key.toLowerCase()]).toBe(value);
  expect(answered["content-length"]).toBe(String(body.length));
});

test("a long answer is compressed for those who read that, and nothing is for others", async () => {
  const plain = await ask("/api/trpc/long");
  expect(plain.body.toString()).toBe(long);
  const zipped = await ask("/api/trpc/long", { headers: { "accept-encoding": "br, gzip" } });
  expect(zipped.headers).toMatchObject({ "content-encoding": "gzip", vary: "trpc-accept, accept-encoding" });
  expect(zipped.body.length).toBeLessThan(plain.body.length / 10);
  expect(gunzipSync(zipped.body).toString()).toBe(long);
  const short = await ask("/api/trpc/short", { headers: { "accept-encoding": "gzip" } });
  expect(short.headers["content-encoding"]).toBeUndefined();
});

test("other methods, and an address that is none, are refused", async () => {
  expect(await ask("/api/trpc/a", { method: "PUT" })).toMatchObject({
    status: 405,
    headers: { allow: "GET, HEAD, POST" },
  });
  expect((await ask("/api/trpc/a", { headers: { host: "not a host" } })).status).toBe(400);
});

test("a body that grows too large is read no further", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  const sent = send({ port, path: "/api/trpc/a", method: "POST" });
  sent.on("error", () => {});
  const answered = once(sent, "response");
  const megabyte = Buffer.alloc(1024 * 1024, 97);
  for (let written = 0; written <= MAX_BODY_BYTES; written += megabyte.length) {
    await new Promise((resolve) => sent.write(megabyte, resolve));
  }
  const [response] = await answered; // before the body has ended
  expect(response.statusCode).toBe(500); // tRPC says 413
  expect(String(logged.mock.calls[0])).toContain("PAYLOAD_TOO_LARGE");
  sent.destroy();
});

test("when answering breaks, that is logged and says nothing", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  expect(await ask("/api/trpc/breaks")).toMatchObject({ status: 500, body: Buffer.from("") });
  expect(logged).toHaveBeenCalledOnce();
});
