import { Agent, request } from "node:http";
import { CannotStart } from "@/server/run/cannot-start";

/** One request, and how it is recognised when it goes wrong. */
export type Call = { port: number; path: string; cookie?: string; body?: string };
/** How many at once, for how long; the calls may run out before the time does. */
export type Pressure = { connections: number; milliseconds: number };

/** Something answered otherwise than 200: there is nothing to measure then. */
export class WrongAnswer extends CannotStart {
  override name = "WrongAnswer";
}

/**
 * So many people who ask, wait for the whole answer and ask again, each on a connection kept open.
 * @returns how long each answer took, in milliseconds
 */
export async function press(calls: Iterator<Call>, { connections, milliseconds }: Pressure): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + milliseconds;
  const took: number[] = [];
  const person = async () => {
    while (performance.now() < until) {
      const { done, value: call } = calls.next();
      if (done) return;
      const asked = performance.now();
      await send(call, agent);
      took.push(performance.now() - asked);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, person));
    return took;
  } finally {
    agent.destroy();
  }
}

/** Sends one request and gives the number of bytes in its answer. */
export function send({ port, path, cookie, body }: Call, agent?: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { ...(cookie && { cookie }), ...(body && { "content-type": "application/json" }) };
    const asked = request(
      { host: "127.0.0.1", port, path, method: body ? "POST" : "GET", headers, agent },
      (answer) => {
        const wrong = answer.statusCode !== 200;
        let bytes = 0;
        let said = "";
        answer.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (wrong) said += chunk;
        });
        answer.on("error", reject);
        answer.on("end", () => {
          if (wrong) reject(new WrongAnswer(`${path} answered ${answer.statusCode}, not 200: ${said.slice(0, 500)}`));
          else resolve(bytes);
        });
      },
    );
    asked.on("error", (error) => reject(new WrongAnswer(`${path} did not answer: ${error.message}`)));
    asked.end(body);
  });
}

/** The same call again and again. */
export function* always(call: Call): Generator<Call> {
  while (true) yield call;
}
