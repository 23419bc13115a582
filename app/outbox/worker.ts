/** The worker that answers for the pages for adding results when the network does not, and for no other page. */
const scope = "/log";

export function watchOverLogPages(): void {
  if (!("serviceWorker" in navigator)) return;
  // Where it cannot be had, results still wait on the device; only opening the page needs signal
  navigator.serviceWorker.register("/sw.js", { scope }).catch(() => {});
}

/** After somebody has signed out nothing of Leeway is left behind, though the kept page says nothing of anybody. */
export async function forgetLogPages(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
