import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export type TestingProvider = { issuer: string; clientId: string; clientSecret: string; close(): Promise<void> };

/** An OpenID Connect provider on this machine that signs in any subject without a password. */
export async function startProvider(redirectUri: string): Promise<TestingProvider> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: "leeway", clientSecret: "only for this test, and long enough to be one" };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ["a key for this test"] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, subject) => ({ accountId: subject, claims: () => ({ sub: subject, email: "ada@trust.example" }) }),
  });
  server.on("request", provider.callback());
  return { issuer, ...client, close: () => new Promise((closed) => server.close(() => closed())) };
}

/** Acts as a browser: follows redirects, signs in, consents, and returns to our callback. */
export async function goThrough(start: string, subject: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>();
  const visit = async (address: string, form?: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const body = form && new URLSearchParams(form);
    const answer = await fetch(address, {
      method: body ? "POST" : "GET",
      body,
      headers: { cookie },
      redirect: "manual",
    });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      const at = pair.indexOf("=");
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  let answer = await visit(start);
  for (let step = 0; step < 10; step++) {
    const location = answer.headers.get("location");
    if (location) {
      const next = new URL(location, issuer);
      if (next.origin !== issuer) return next;
      answer = await visit(next.href);
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (!action || !prompt) throw new Error(`The provider answered ${answer.status}: ${page.slice(0, 400)}`);
    answer = await visit(new URL(action, issuer).href, { prompt, login: subject, password: "any" });
  }
  throw new Error("The provider sent us round and round");
}
