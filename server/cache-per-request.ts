/**
 * Calls each procedure once per input within one page, since its title and body both need the experiment. Only for pages,
 * which change nothing between two calls.
 */
export function cachePerRequest<Caller extends object>(caller: Caller, findCache: () => Map<string, unknown>): Caller {
  const wrapped = (part: object, path: string): object =>
    new Proxy(part, {
      get: (_, name) => {
        const inner: unknown = Reflect.get(part, name);
        const isPart = typeof inner === "function" || (typeof inner === "object" && inner !== null);
        return isPart ? wrapped(inner, path ? `${path}.${String(name)}` : String(name)) : inner;
      },
      apply: (_, self, sent: unknown[]) => {
        const key = `${path} ${JSON.stringify(sent)}`;
        const cache = findCache();
        if (!cache.has(key)) cache.set(key, Reflect.apply(part as never, self, sent));
        return cache.get(key);
      },
    });
  return wrapped(caller, "") as Caller;
}
