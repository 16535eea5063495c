const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Where a buyer opens the provider's page. One at this machine's own loopback is of no use to a phone in the room, but the app lends
 * the same page at its own address: there the path alone is enough, whatever name the phone reached us by.
 */
export function hostedAddress(hostedUrl: string): string {
  const { hostname, pathname, search } = new URL(hostedUrl);
  return LOOPBACK.has(hostname) && pathname.startsWith('/pay/') ? `${pathname}${search}` : hostedUrl;
}
