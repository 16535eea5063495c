/** Over plain http, as in a hall, a browser gives no service worker: there the bar of views/scripts/offline.ts is all there is. */
export function keepOfflinePage(): void {
  if (!isSecureContext || !navigator.serviceWorker) return;
  // Where storage is forbidden it is refused, and nothing else changes.
  navigator.serviceWorker.register(`/service-worker.js?language=${document.documentElement.lang}`).catch(() => {});
}
