import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { declaresTooLarge, limitBody } from "@/server/body-size";
import { makeCallContext } from "@/server/context";
import { errorInLog } from "@/server/error-in-log";
import { appRouter } from "@/server/root";
import { isSameSite } from "@/server/same-site";

/** Answers a call from the browser. */
export async function answerCall(request: Request): Promise<Response> {
  if (!isSameSite(request))
    return Response.json({ error: "This call did not come from Leeway's own pages." }, { status: 403 });
  if (declaresTooLarge(request)) return Response.json({ error: "This call is too large." }, { status: 413 });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: limitBody(request),
    router: appRouter,
    createContext: () => makeCallContext(request.headers),
    allowBatching: false,
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") console.error(`${path} broke: ${errorInLog(error.cause ?? error)}`);
    },
  });
}
