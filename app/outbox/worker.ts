/** Has the worker answer for some pages when the network does not, and for no others: those for adding results, or a card's. */
export function watchOver(scope: "/log" | `/experiments/${string}`): void {
  if (!("serviceWorker" in navigator)) return;
  // Where it cannot be had, results still wait on the device; only opening the page needs signal
  navigator.serviceWorker.register("/sw.js", { scope }).catch(() => {});
}

/** After somebody has signed out nothing of Leeway is left behind, though the kept page says nothing of anybody. */
export async function stopWatching(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
