import type { Route } from "next";
import type { NoticeCode } from "./notices";

type Query = Record<string, string | undefined> & { notice?: NoticeCode };

/** Adds a query to a page's address; undefined values are left out. */
export function address<To extends string>(to: Route<To>, query: Query = {}): Route {
  const [path, before] = to.split("?");
  const parts = new URLSearchParams(before);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parts.set(name, value);
  return (parts.size > 0 ? `${path}?${parts}` : to) as Route;
}
