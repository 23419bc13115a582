import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { securityHeaders } from "@/server/security-headers";
import { answerStaticFile, compressStaticFiles, readStaticFiles } from "./static-files";

const script = "const answer = 42;\n".repeat(500);
const address = "/_next/static/chunks/a.js";
let port = 0;
let built = "";

beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), "leeway-static-"));
  mkdirSync(join(built, "static/chunks"), { recursive: true });
  writeFileSync(join(built, "static/chunks/a.js"), script);
  writeFileSync(join(built, "static/chunks/a.woff2"), "a typeface, compressed already");
  await compressStaticFiles(built);
  const files = readStaticFiles(built);
  const server = createServer((request, response) => {
    if (!answerStaticFile(files, request, response)) response.end("Next");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
  return () => void server.close();
});
afterAll(() => rmSync(built, { recursive: true }));

async function ask(path: string, headers: IncomingHttpHeaders, method = "GET") {
  const sent = send({ port, path, method, headers });
  sent.end();
  const [response] = await once(sent, "response");
  return { headers: response.headers, body: await buffer(response) };
}

const brotli = { "accept-encoding": "gzip, deflate, br" };

test("a script goes to a browser that reads brotli as it was compressed by the build, to be kept for ever", async () => {
  const { headers, body } = await ask(address, brotli);
  expect(body.length).toBeLessThan(script.length / 10);
  expect(brotliDecompressSync(body).toString()).toBe(script);
  expect(headers).toMatchObject({
    "content-type": "application/javascript; charset=UTF-8",
    "content-encoding": "br",
    "content-length": String(body.length),
    "cache-control": expect.stringContaining("immutable"),
    vary: "accept-encoding",
  });
  for (const { key, value } of securityHeaders) expect(headers[key.toLowerCase()]).toBe(value);
});

test.each([
  ["a browser that reads no brotli", address, { "accept-encoding": "gzip" }, "GET"],
  ["one that says nothing", address, {}, "GET"],
  ["one that asks for a part", address, { ...brotli, range: "bytes=0-9" }, "GET"],
  ["one that asks only for the headers", address, brotli, "HEAD"],
  ["a typeface", "/_next/static/chunks/a.woff2", brotli, "GET"],
  ["a file that is none of the build's", "/_next/static/chunks/../../secret.js", brotli, "GET"],
  ["a page", "/experiments", brotli, "GET"],
])("%s is left to Next", async (_, path, headers, method) => {
  const answer = await ask(path, headers, method);
  expect(answer.headers["content-encoding"]).toBeUndefined();
  expect(answer.headers["content-type"]).toBeUndefined();
});

test("without a build there are none", () => {
  expect(readStaticFiles(join(built, "nowhere")).size).toBe(0);
});
