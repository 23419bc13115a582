import { createHash } from "node:crypto";
import type { PoolClient } from "pg";

/** So many texts are kept prepared; those made to a list's length, of which there is no end, do not grow beyond it. */
const most = 500;
const names = new Map<string, string>();

/** The name under which every connection prepares a read, or undefined when it does not. */
function nameFor(text: string): string | undefined {
  if (!/^\s*(select|with)\b/i.test(text)) return undefined;
  const known = names.get(text);
  if (known || names.size >= most) return known;
  const name = createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return name;
}

function named(query: unknown): unknown {
  if (typeof query !== "object" || query === null || !("text" in query) || typeof query.text !== "string") return query;
  const given = "name" in query ? query.name : undefined;
  return { ...query, name: given ?? nameFor(query.text) };
}

/**
 * Has a connection prepare each read that drizzle sends, once, and then only execute it: PostgreSQL takes longer to plan
 * our reads, with their walls and views, than to answer them.
 */
export function prepareReads(client: PoolClient): void {
  const query = client.query.bind(client) as (...sent: unknown[]) => unknown;
  client.query = ((first: unknown, ...rest: unknown[]) => query(named(first), ...rest)) as typeof client.query;
}
