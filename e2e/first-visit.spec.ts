import type { Request } from "@playwright/test";
import type { Person } from "./person";
import { expect, test } from "./story";
import { log } from "./world";

/** What a first visit may take: requests for the page, and kB of script as sent. */
const pages = [
  { address: "/", requests: 16, script: 150 },
  { address: "/experiments", requests: 16, script: 150 },
  { address: "/log", requests: 18, script: 170 },
  { address: log("E09"), requests: 18, script: 170 },
];
/** Once the page is shown, a device is made ready for no signal: its key, and what can be logged. */
const calls = 2;

test("a first visit takes few requests and little script", async ({ comesBack }) => {
  await comesBack("Imogen"); // signs in; those who come back have nothing stored but their session
  for (const { address, requests, script } of pages) {
    const visited = await visitFirst(await comesBack("Imogen"), address);
    console.log(`${address}: ${visited.requests} requests, ${Math.round(visited.script)} kB of script`);
    expect.soft(visited.requests, `requests for ${address}`).toBeLessThanOrEqual(requests);
    expect.soft(visited.calls, `calls from ${address}`).toBeLessThanOrEqual(calls);
    expect.soft(visited.script, `kB of script for ${address}`).toBeLessThanOrEqual(script);
  }
});

test("a page is fetched beforehand once somebody points at a link to it, and not before", async ({ comesBack }) => {
  await comesBack("Imogen");
  const imogen = await comesBack("Imogen");
  const fetched: string[] = [];
  imogen.on("request", (request) => {
    if (request.headers()["next-router-prefetch"]) fetched.push(new URL(request.url()).pathname);
  });
  await imogen.opens("/experiments");
  await imogen.waitForLoadState("networkidle");
  expect(fetched).toEqual([]);
  await imogen.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "Boards" }).hover();
  await expect.poll(() => [...new Set(fetched)]).toEqual(["/boards"]);
});

async function visitFirst(person: Person, address: string) {
  const finished: Request[] = [];
  person.on("requestfinished", (request) => finished.push(request));
  await person.glancesAt(address);
  await person.waitForLoadState("networkidle");
  const scripts = finished.filter((request) => request.resourceType() === "script");
  const sizes = await Promise.all(scripts.map(async (request) => (await request.sizes()).responseBodySize));
  const called = finished.filter((request) => request.url().includes("/api/trpc/")).length;
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1_000;
  return { requests: finished.length - called, calls: called, script: kilobytes };
}
