const here = "http://here.invalid";

/** Where to go after signing in: an address of this site that a link asked for, or home. Never another site, and not back to signing in. */
export function safePath(asked: unknown): string {
  if (typeof asked !== "string" || !asked.startsWith("/")) return "/";
  if (!URL.canParse(asked, here)) return "/";
  const url = new URL(asked, here);
  // "//elsewhere" and "/\elsewhere"; and "/..//elsewhere", which is the first once its dots are resolved
  if (url.origin !== here || url.pathname.startsWith("//")) return "/";
  if (/^\/(sign-in|welcome|api)(\/|$)/.test(url.pathname)) return "/";
  return url.pathname + url.search + url.hash;
}
