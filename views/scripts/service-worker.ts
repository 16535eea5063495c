/**
 * On a secure address only: keeps the static files and one page that says that there is no signal. No page of anybody is ever kept; what
 * is asked for comes from the network.
 */
interface Setting {
  version: string;
  files: string[];
  offline: string;
}
interface LifeEvent extends Event {
  waitUntil(until: Promise<unknown>): void;
}
interface FetchEvent extends LifeEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker extends EventTarget {
  setting: Setting;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

// The server writes the setting above this script: with a new version the script is another one.
const worker = self as unknown as Worker;
const { version, files, offline } = worker.setting;

const on = <E extends Event>(name: string, does: (event: E) => void): void =>
  worker.addEventListener(name, does as EventListener);

on<LifeEvent>('install', (event) => {
  event.waitUntil(
    caches.open(version).then(async (cache) => {
      await cache.addAll(files);
      // Asked for without a session, so that it is nobody's.
      await cache.put(offline, await fetch(offline, { credentials: 'omit' }));
      await worker.skipWaiting();
    }),
  );
});

on<LifeEvent>('activate', (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      await Promise.all(names.filter((name) => name !== version).map((name) => caches.delete(name)));
      await worker.clients.claim();
    }),
  );
});

on<FetchEvent>('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept(offline)));
  else if (new URL(request.url).pathname.startsWith('/assets/')) event.respondWith(fileOf(request));
});

async function fileOf(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

async function kept(address: string): Promise<Response> {
  return (await caches.match(address)) ?? Response.error();
}
