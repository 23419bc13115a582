import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";

/** The configured OpenID Connect provider: the organisation's own sign-in. */
export type Provider = { issuer: string; clientId: string; clientSecret: string; name: string };

export function findProvider(env: NodeJS.ProcessEnv = process.env): Provider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, name: env.OIDC_NAME || new URL(issuer).host };
}

const discovered = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(["client_secret_basic"]),
});

/**
 * Reads the provider's metadata. Its issuer must equal the configured one and it must not redirect: otherwise tokens of
 * another site would be trusted.
 */
async function discover(issuer: string) {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(10_000), cache: "no-store" });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const metadata = discovered.parse(await answer.json());
  if (metadata.issuer !== issuer) {
    throw new Error(`OIDC_ISSUER is ${issuer}, but the provider calls itself ${metadata.issuer}`);
  }
  return metadata;
}

export const providerId = "oidc";

/** The provider for next-auth. It asks for the subject alone: no name, no address, no picture. */
export async function describeProvider(provider: Provider): Promise<OAuthConfig<{ sub: string }>> {
  const metadata = await discover(provider.issuer);
  const methods = metadata.token_endpoint_auth_methods_supported;
  return {
    id: providerId,
    name: provider.name,
    type: "oauth",
    issuer: metadata.issuer,
    authorization: { url: metadata.authorization_endpoint, params: { scope: "openid" } },
    token: metadata.token_endpoint,
    jwks_endpoint: metadata.jwks_uri,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    client: {
      token_endpoint_auth_method: methods.includes("client_secret_basic")
        ? "client_secret_basic"
        : "client_secret_post",
    },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: ({ sub }) => ({ id: sub }),
  };
}
