// Answers for the pages for adding results when the network does not. It caches one page without personal data and the
// scripts and styles that page needs. The page itself stores the results: see app/outbox.

const cacheName = "leeway-log";
const keptPage = "/log/waiting";
const timeoutMs = 4_000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepPage().then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(openPage(event));
  else if (pathname.startsWith("/_next/static/")) event.respondWith(findAsset(request));
});

/** Network first, so that a cached page is never shown for a newer one; the cache when there is no answer in time. */
async function openPage(event) {
  const fetched = fetch(event.request);
  event.waitUntil(
    fetched.then(
      (answer) => (answer.ok ? keepPage() : undefined),
      () => undefined,
    ),
  );
  const late = new Promise((over) => setTimeout(over, timeoutMs));
  const answer = await Promise.race([fetched, late]).catch(() => undefined);
  if (answer && answer.status < 502) return answer;
  const kept = await caches.match(keptPage, { ignoreVary: true, cacheName });
  return kept ?? answer ?? fetched;
}

/** An asset's name changes with its content, so a cached one never goes stale. */
async function findAsset(request) {
  const kept = await caches.match(request.url, { ignoreVary: true, cacheName });
  return kept ?? fetch(request);
}

/** Fetches the page without a session and its assets, and removes those of the previous version. */
async function keepPage() {
  const page = await fetch(keptPage, { credentials: "omit", cache: "no-store" });
  if (!page.ok || page.redirected) return;
  const needs = new Set((await page.clone().text()).match(/\/_next\/static\/[\w./~%()[\]-]+/g));
  const cache = await caches.open(cacheName);
  const known = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  await cache.addAll([...needs].filter((address) => !known.includes(address)));
  await cache.put(keptPage, page);
  const old = known.filter((address) => address.startsWith("/_next/static/") && !needs.has(address));
  await Promise.all(old.map((address) => cache.delete(address, { ignoreVary: true })));
}
