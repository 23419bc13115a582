import { Agent, request } from "node:http";
import { CannotStart } from "@/server/run/cannot-start";

/** A request, and the one that follows its answer as part of the same work. */
export type Call = { port: number; path: string; cookie?: string; body?: string; next?: Call };
/** How many connections, for how long. */
export type Load = { connections: number; milliseconds: number };

/** An answer other than 200, which makes a measurement worthless. */
export class WrongAnswer extends CannotStart {
  override name = "WrongAnswer";
}

/**
 * Sends requests over keep-alive connections, each connection one request after the other, until time or calls run out.
 * @returns the response times in milliseconds
 */
export async function sendRequests(calls: Iterator<Call>, { connections, milliseconds }: Load): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + milliseconds;
  const took: number[] = [];
  const connection = async () => {
    while (performance.now() < until) {
      const { done, value: call } = calls.next();
      if (done) return;
      const startedAt = performance.now();
      await sendWork(call, agent);
      took.push(performance.now() - startedAt);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, connection));
    return took;
  } finally {
    agent.destroy();
  }
}

/** Sends a request and those that follow it. @returns the number of bytes in the answers */
export async function sendWork(call: Call, agent?: Agent): Promise<number> {
  const bytes = await sendRequest(call, agent);
  return call.next ? bytes + (await sendWork(call.next, agent)) : bytes;
}

/** @returns the number of bytes in the answer */
export function sendRequest({ port, path, cookie, body }: Call, agent?: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { ...(cookie && { cookie }), ...(body && { "content-type": "application/json" }) };
    const sent = request({ host: "127.0.0.1", port, path, method: body ? "POST" : "GET", headers, agent }, (answer) => {
      const wrong = answer.statusCode !== 200;
      let bytes = 0;
      let text = "";
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (wrong) text += chunk;
      });
      answer.on("error", reject);
      answer.on("end", () => {
        if (wrong) reject(new WrongAnswer(`${path} answered ${answer.statusCode}, not 200: ${text.slice(0, 500)}`));
        else resolve(bytes);
      });
    });
    sent.on("error", (error) => reject(new WrongAnswer(`${path} did not answer: ${error.message}`)));
    sent.end(body);
  });
}

export function* repeatForever(call: Call): Generator<Call> {
  while (true) yield call;
}
