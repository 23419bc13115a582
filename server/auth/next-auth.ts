import { createHash } from "node:crypto";
import { NextResponse } from "next/server";
import NextAuth from "next-auth";
import type { Db } from "@/db/client";
import { connectingCookieName, makeAuthOptions } from "./options";
import { providerId } from "./provider";
import { makeToken, servedOverHttps, sessionCookieName } from "./session";

type Cookies = Record<string, string>;
type Asked = { method: "GET" | "POST"; path: string[]; query?: Cookies; body?: Cookies; cookies: Cookies };

const csrfCookieName = (): string => `${servedOverHttps() ? "__Host-" : ""}next-auth.csrf-token`;

/**
 * Calls next-auth with one request. Called from here so that signing in needs no script or second request, and only its two
 * callbacks (from an e-mail link and from the provider) are reachable from outside.
 */
export async function askNextAuth(
  database: Db,
  { method, path, query = {}, body, cookies }: Asked,
): Promise<NextResponse> {
  const options = await makeAuthOptions(
    database,
    {
      token: cookies[sessionCookieName()] ?? null,
      connectingMark: cookies[connectingCookieName()] ?? null,
    },
    path[1],
  );
  const answer = new Answer();
  const request = { method, query: { ...query, nextauth: path }, body, cookies, headers: {} };
  await NextAuth(request as never, answer as never, options);
  return answer.asResponse();
}

/** Redirects to the provider, with the cookies that the callback checks. */
export function beginAtProvider(database: Db, from: string, cookies: Cookies): Promise<NextResponse> {
  const csrfToken = makeToken(); // next-auth requires it twice; the origin of our form was checked before
  const hash = createHash("sha256").update(`${csrfToken}${process.env.NEXTAUTH_SECRET}`).digest("hex");
  return askNextAuth(database, {
    method: "POST",
    path: ["signin", providerId],
    body: { csrfToken, callbackUrl: from },
    cookies: { ...cookies, [csrfCookieName()]: `${csrfToken}|${hash}` },
  });
}

/** The part of Next's older response object that next-auth writes to. */
class Answer {
  #status = 200;
  #body = "";
  #headers = new Map<string, string | string[]>();

  getHeader = (name: string) => this.#headers.get(name.toLowerCase());
  setHeader = (name: string, value: string | string[]) => {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  };
  status = (status: number) => {
    this.#status = status;
    return this;
  };
  json = (value: unknown) => this.send(JSON.stringify(value));
  send = (body: unknown) => {
    this.#body = typeof body === "string" ? body : JSON.stringify(body ?? "");
    return this;
  };
  end = () => this;

  asResponse(): NextResponse {
    const headers = new Headers();
    for (const [name, value] of this.#headers) for (const one of [value].flat()) headers.append(name, one);
    const to = headers.get("location");
    if (to) headers.set("location", ownPage(to));
    return new NextResponse(this.#body || null, { status: this.#status, headers });
  }
}

/** Our pages in place of next-auth's. */
function ownPage(location: string): string {
  const url = new URL(location, process.env.NEXTAUTH_URL);
  if (!/^\/api\/auth\/(error|signin)$/.test(url.pathname)) return location;
  return `/sign-in?${new URLSearchParams({ problem: url.searchParams.get("error") ?? "provider" })}`;
}
