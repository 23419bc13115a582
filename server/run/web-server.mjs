// node server/run/web-server.mjs PORT HOST: Next's pages, and what is answered before Next.
import { createServer } from "node:http";
import next from "next";

const port = Number(process.argv[2]);
const host = process.argv[3];
const app = next({ dev: false, port, hostname: host, quiet: true });
/** @type {Promise<import("./provide-answers").AnswerFirst>} */
const provided = new Promise((resolve) => {
  /** @type {import("./provide-answers").AnswersGlobal} */ (globalThis).leewayProvideAnswers = resolve;
});
await app.prepare(); // begins to run instrumentation.ts
const answerPage = app.getRequestHandler();
const answerFirst = await provided;

const server = createServer((request, response) => {
  if (answerFirst(request, response)) return;
  answerPage(request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
});
server.on("error", (error) => {
  console.error(error);
  process.exit(1);
});

/** @param {number} code */
function stop(code) {
  server.close(async () => {
    await app.close(); // what Next does after an answer
    process.exit(code);
  });
}
process.once("SIGTERM", () => stop(143));
process.once("SIGINT", () => stop(130));
server.listen(port, host);
