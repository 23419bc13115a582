import { type NextRequest, NextResponse } from "next/server";

const developing = process.env.NODE_ENV === "development";

/** What a page may load and where it may send: only this site, and only scripts and styles that carry the nonce. */
export function contentSecurityPolicy(nonce: string, signInOrigin = originOf(process.env.OIDC_ISSUER)) {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    developing ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${developing ? " ws: wss:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    // Chrome applies this to a form's redirect too, and signing in at a provider starts with a form
    `form-action 'self'${signInOrigin ? ` ${signInOrigin}` : ""}`,
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Sets the content security policy and passes the page its own address. Access is decided in pages and procedures, never here. */
export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy); // Next reads the nonce from here
  headers.set("x-leeway-address", request.nextUrl.pathname + request.nextUrl.search); // server/context.ts reads it
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [
    {
      source: "/((?!api/|_next/static|_next/image|assets/|sw\\.js|favicon\\.ico).*)",
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "purpose", value: "prefetch" },
      ],
    },
  ],
};

function originOf(url: string | undefined) {
  return url && URL.canParse(url) ? new URL(url).origin : undefined;
}
