const here = "http://here.invalid";

/** The path to go to after signing in: the requested one if it is on this site and not a sign-in page, else home. */
export function safePath(path: unknown): string {
  if (typeof path !== "string" || !path.startsWith("/")) return "/";
  if (!URL.canParse(path, here)) return "/";
  const url = new URL(path, here);
  // "//elsewhere" and "/\elsewhere"; and "/..//elsewhere", which is the first once its dots are resolved
  if (url.origin !== here || url.pathname.startsWith("//")) return "/";
  if (/^\/(sign-in|welcome|api)(\/|$)/.test(url.pathname)) return "/";
  return url.pathname + url.search + url.hash;
}
