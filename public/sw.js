// Answers for the pages for adding results when the network does not. It caches one page without personal data and the
// scripts and styles that page needs. The page itself stores the results: see app/outbox.

const cacheName = "leeway-log";
const cachedPage = "/log/waiting";
const timeoutMs = 4_000;

self.addEventListener("install", (event) => {
  event.waitUntil(cachePage().then(() => self.skipWaiting()));
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
      (response) => (response.ok ? cachePage() : undefined),
      () => undefined,
    ),
  );
  const timeout = new Promise((resolve) => setTimeout(resolve, timeoutMs));
  const response = await Promise.race([fetched, timeout]).catch(() => undefined);
  if (response && response.status < 502) return response;
  const cached = await caches.match(cachedPage, { ignoreVary: true, cacheName });
  return cached ?? response ?? fetched;
}

/** An asset's name changes with its content, so a cached one never goes stale. */
async function findAsset(request) {
  const cached = await caches.match(request.url, { ignoreVary: true, cacheName });
  return cached ?? fetch(request);
}

/** Fetches the page without a session and its assets, and removes those of the previous version. */
async function cachePage() {
  const page = await fetch(cachedPage, { credentials: "omit", cache: "no-store" });
  if (!page.ok || page.redirected) return;
  const assets = new Set((await page.clone().text()).match(/\/_next\/static\/[\w./~%()[\]-]+/g));
  const cache = await caches.open(cacheName);
  const cachedPaths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  await cache.addAll([...assets].filter((address) => !cachedPaths.includes(address)));
  await cache.put(cachedPage, page);
  const stale = cachedPaths.filter((address) => address.startsWith("/_next/static/") && !assets.has(address));
  await Promise.all(stale.map((address) => cache.delete(address, { ignoreVary: true })));
}
