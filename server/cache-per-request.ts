/**
 * The same procedures, each called once for the same input within one page, whose title and body both ask for the
 * experiment. Only for pages, which change nothing between two calls.
 */
export function cachePerRequest<Caller extends object>(caller: Caller, answers: () => Map<string, unknown>): Caller {
  const wrapped = (part: object, path: string): object =>
    new Proxy(part, {
      get: (_, name) => {
        const inner: unknown = Reflect.get(part, name);
        const isPart = typeof inner === "function" || (typeof inner === "object" && inner !== null);
        return isPart ? wrapped(inner, path ? `${path}.${String(name)}` : String(name)) : inner;
      },
      apply: (_, self, sent: unknown[]) => {
        const key = `${path} ${JSON.stringify(sent)}`;
        const known = answers();
        if (!known.has(key)) known.set(key, Reflect.apply(part as never, self, sent));
        return known.get(key);
      },
    });
  return wrapped(caller, "") as Caller;
}
