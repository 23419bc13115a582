// Logs results by plain SQL, in a process of its own
import pg from "pg";
import { logBySql } from "./log-by-sql";
import type { ResultToLog } from "./results-to-log";

/** The answer is how long each result took. */
export type RawWork = { results: ResultToLog[]; connections: number; milliseconds: number };
export type RawAnswer = { took: number[] } | { problem: string };

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

async function work({ results, connections, milliseconds }: RawWork): Promise<number[]> {
  const until = performance.now() + milliseconds;
  const took: number[] = [];
  const left = results.values();
  const person = async () => {
    const client = await pool.connect();
    try {
      while (performance.now() < until) {
        const { done, value: result } = left.next();
        if (done) return;
        const startedAt = performance.now();
        await logBySql(client, result);
        took.push(performance.now() - startedAt);
      }
    } finally {
      client.release();
    }
  };
  await Promise.all(Array.from({ length: connections }, person));
  return took;
}

process.on("message", (request: RawWork) => {
  const send = (answer: RawAnswer) => process.send?.(answer);
  work(request).then(
    (took) => send({ took }),
    (error: Error) => send({ problem: error.message }),
  );
});
process.once("disconnect", () => process.exit());
process.send?.("ready");
