/** The part of the test provider that we use; the package ships no types. */
declare module "oidc-provider" {
  import type { RequestListener } from "node:http";

  type Account = { accountId: string; claims: () => Record<string, unknown> };
  type Configuration = {
    clients: Record<string, unknown>[];
    pkce: { required: () => boolean };
    cookies: { keys: string[] };
    features: { devInteractions: { enabled: boolean } };
    findAccount: (context: unknown, subject: string) => Account;
  };
  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): RequestListener;
  }
}
