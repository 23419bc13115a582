// The baseline for pages, the least a web server can do: GET /1200 answers with 1,200 bytes.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const bodies = new Map<string, Buffer>();

function bodyFor(path: string): Buffer {
  const body = bodies.get(path) ?? Buffer.alloc(Number(path.slice(1)), "a");
  bodies.set(path, body);
  return body;
}

const server = createServer((request, response) => {
  const body = bodyFor(request.url ?? "/0");
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-length", body.length);
  response.end(body);
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
