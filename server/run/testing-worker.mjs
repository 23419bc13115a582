// A process of a web server, for workers.test.ts: it says what happens to it, and answers /slow when it is told to stop.
import { createServer } from "node:http";

if (process.argv[2] === "cannot start") process.exit(7);

const does = process.env.LEEWAY_JOBS === "1" ? "jobs" : "-";
/** @type {import("node:http").ServerResponse | undefined} */
let waiting;
const server = createServer((request, response) => {
  if (request.url === "/slow") {
    waiting = response;
    say("asked");
  } else response.end(String(process.pid));
});
process.once("SIGTERM", () => {
  server.close(() => process.exit(143));
  say("stopping");
  waiting?.end("slow");
});
server.listen(0, "127.0.0.1", () => say("listening"));

/** @param {string} what */
function say(what) {
  const address = server.address();
  console.log(what, process.pid, does, typeof address === "object" ? address?.port : address);
}
