import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { incomingMessageToRequest } from "@trpc/server/adapters/node-http";
import { MAX_BODY_BYTES } from "@/server/body-size";
import { securityHeaders } from "@/server/security-headers";

type Answer = (request: Request) => Promise<Response>;

const call = /^\/api\/trpc\/[^/?]+(\?|$)/;
const methods = ["GET", "HEAD", "POST"];
/** As large as Next's answers are when it begins to compress them. */
const WORTH_COMPRESSING = 1024;
const compress = promisify(gzip);

/**
 * Answers a call from the browser before Next, which would take as long again to find its route.
 * @returns whether it was one; if not, Next answers
 */
export function answerBeforeNext(request: IncomingMessage, response: ServerResponse, answer: Answer): boolean {
  if (!call.test(request.url ?? "")) return false;
  void respond(request, response, answer).catch((error) => {
    if (response.destroyed) return; // whoever asked has gone
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
  return true;
}

async function respond(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  for (const { key, value } of securityHeaders) response.setHeader(key, value);
  if (!methods.includes(request.method ?? "")) {
    response.writeHead(405, { allow: methods.join(", ") }).end();
    return;
  }
  const asked = readRequest(request, response);
  if (!asked) {
    response.writeHead(400).end();
    return;
  }
  const answered = await answer(asked);
  const plain = Buffer.from(await answered.arrayBuffer());
  response.statusCode = answered.status;
  for (const [name, value] of answered.headers) response.setHeader(name, value);
  response.appendHeader("vary", "accept-encoding");
  const zipped = plain.length >= WORTH_COMPRESSING && /\bgzip\b/.test(String(request.headers["accept-encoding"]));
  if (zipped) response.setHeader("content-encoding", "gzip");
  const body = zipped ? await compress(plain) : plain;
  if (answered.status !== 204) response.setHeader("content-length", body.length);
  response.end(body);
}

/** The request in the web's own shape; undefined when its address or a header is none. */
function readRequest(request: IncomingMessage, response: ServerResponse): Request | undefined {
  try {
    return incomingMessageToRequest(request, response, { maxBodySize: MAX_BODY_BYTES });
  } catch {
    return undefined;
  }
}
