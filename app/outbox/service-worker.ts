/** Registers the service worker for the pages that open without signal: adding results, or one experiment's card. */
export function registerServiceWorker(scope: "/log" | `/experiments/${string}`): void {
  if (!("serviceWorker" in navigator)) return;
  // Without it results still wait on the device; only opening the page needs signal
  navigator.serviceWorker.register("/sw.js", { scope }).catch(() => {});
}

/** Removes the service worker and its caches after signing out, though the cached page is nobody's. */
export async function unregisterServiceWorkers(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
