import { answerWayBack } from "@/server/auth/sign-in";

/** The ways back from an e-mail link and from the provider; everything else about signing in has a page of ours. */
export async function GET(request: Request, { params }: RouteContext<"/api/auth/[...nextauth]">): Promise<Response> {
  const { nextauth } = await params;
  return answerWayBack(nextauth, new URL(request.url).searchParams);
}
