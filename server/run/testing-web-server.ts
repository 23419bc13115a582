// A web server that stops like Next: closes its listener, waits for every connection, then exits with 143.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { stopGracefully } from "./graceful-stop";

if (process.argv[2] === "gracefully") stopGracefully();

let waiting: ServerResponse | undefined;
const server = createServer((request, response) => {
  if (request.url !== "/slow") {
    response.end("quick");
    return;
  }
  waiting = response;
  process.send?.("asked");
});
process.on("SIGTERM", () => {
  server.close(() => process.exit(143));
  process.send?.("stopping");
});
process.on("message", () => waiting?.end("slow"));
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
