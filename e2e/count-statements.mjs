// Loaded into the web server before Next (node --import): writes each SQL statement that a request sends, as a line
// { address, text }, to the file that STATEMENTS_FILE names.
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { appendFileSync } from "node:fs";
import pg from "pg";

const addresses = new AsyncLocalStorage();
subscribe("http.server.request.start", (message) => {
  const { request } = /** @type {{ request: import("node:http").IncomingMessage }} */ (message);
  addresses.enterWith(request.url);
});

/** @type {(...sent: unknown[]) => unknown} */
const query = pg.Client.prototype.query;
Object.assign(pg.Client.prototype, {
  /** @param {unknown[]} sent */
  query(...sent) {
    const [first] = sent;
    const text = typeof first === "string" ? first : Object(first).text;
    const address = addresses.getStore();
    const file = process.env.STATEMENTS_FILE;
    if (file && address && text) appendFileSync(file, `${JSON.stringify({ address, text })}\n`);
    return Reflect.apply(query, this, sent);
  },
});
