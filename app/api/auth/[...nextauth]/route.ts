import { answerWayBack } from "@/server/auth/sign-in";

/** The callbacks of e-mail links and the provider; every other sign-in page is our own. */
export async function GET(request: Request, { params }: RouteContext<"/api/auth/[...nextauth]">): Promise<Response> {
  const { nextauth } = await params;
  return answerWayBack(nextauth, new URL(request.url).searchParams);
}
