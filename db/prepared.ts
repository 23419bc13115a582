import { createHash } from "node:crypto";
import type { PoolClient } from "pg";

/** The maximum number of prepared texts: queries built for lists of any length would add up without limit. */
const maxNames = 500;
const names = new Map<string, string>();

/** The name of a read's prepared statement; undefined when it is not prepared. */
function nameFor(text: string): string | undefined {
  if (!/^\s*(select|with)\b/i.test(text)) return undefined;
  const existing = names.get(text);
  if (existing || names.size >= maxNames) return existing;
  const name = createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return name;
}

function named(query: unknown): unknown {
  if (typeof query !== "object" || query === null || !("text" in query) || typeof query.text !== "string") return query;
  const ownName = "name" in query ? query.name : undefined;
  return { ...query, name: ownName ?? nameFor(query.text) };
}

/**
 * Makes a connection prepare each read that drizzle sends and reuse the plan: with policies and views, PostgreSQL takes
 * longer to plan our reads than to execute them. Queries that are begun at the same time go one after the other, which pg
 * will leave to whoever calls it.
 */
export function prepareReads(client: PoolClient): void {
  const query = client.query.bind(client) as (...sent: unknown[]) => unknown;
  let last: Promise<unknown> = Promise.resolve();
  client.query = ((first: unknown, ...rest: unknown[]) => {
    const send = () => query(named(first), ...rest);
    if (rest.some((one) => typeof one === "function")) return send(); // pg's own, by a callback
    const answer = last.then(send);
    last = answer.catch(() => {});
    return answer;
  }) as typeof client.query;
}
