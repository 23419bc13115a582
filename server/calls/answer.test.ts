import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { people } from "@/db/schema";
import { type FreshDatabase, freshDatabase } from "@/db/testing";
import { sessionCookieName, startSession } from "@/server/auth/session";
import { MAX_BODY_BYTES } from "@/server/body-size";
import { senderHeader } from "@/server/sender";
import { answerCall } from "./answer";

let fresh: FreshDatabase;
let cookie = "";
let personId = "";

beforeAll(async () => {
  fresh = await freshDatabase();
  process.env.DATABASE_URL = fresh.url;
  const [person] = await fresh.db.insert(people).values({ name: "Ada Example", job: "nurse" }).returning();
  personId = person?.id ?? "";
  cookie = `other=1; ${sessionCookieName()}=${(await startSession(fresh.db, personId)).token}`;
});
afterAll(async () => {
  await db().$client.end();
  await fresh.drop();
});

const call = (headers: Record<string, string>, procedure = "people.account") =>
  answerCall(new Request(`http://leeway.example/api/trpc/${procedure}`, { headers }));

test("a call with a session is answered for its person, and one without as signed out", async () => {
  const answer = await call({ cookie });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ result: { data: { name: "Ada Example" } } });
  expect((await call({})).status).toBe(401);
  expect((await call({ cookie: `${cookie}x` })).status).toBe(401);
});

test("a result stored on a device is taken from its owner alone", async () => {
  expect((await call({ cookie, [senderHeader]: personId })).status).toBe(200);
  expect((await call({ cookie, [senderHeader]: crypto.randomUUID() })).status).toBe(401);
});

test("a call from another site, one too large and one for nothing are refused", async () => {
  expect((await call({ cookie, "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await call({ cookie, "content-length": String(MAX_BODY_BYTES + 1) })).status).toBe(413);
  expect((await call({ cookie }, "people.nothing")).status).toBe(404);
});
