/**
 * Whether a call comes from our own pages: Sec-Fetch-Site first, then Origin against the host, as the OWASP cheat sheet
 * on cross-site request forgery orders it. A client that sends neither (a script, a test) carries no cookie by accident.
 */
export function isSameSite(request: { headers: Headers; url: string }): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = request.headers.get("origin");
  if (!origin) return true;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? new URL(request.url).host;
  return URL.canParse(origin) && new URL(origin).host === host;
}
