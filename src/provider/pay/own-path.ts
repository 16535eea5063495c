import type { Provider } from '../provider.js';

/**
 * A page of ours by its path alone, any other address as it is: without an APP_URL we know ourselves by this machine's own
 * loopback, which a phone in the room cannot reach, while it is at the right address already.
 */
export function ownPath({ appUrl }: Pick<Provider, 'appUrl'>, url: string): string {
  const own = appUrl();
  return url.startsWith(`${own}/pay/`) ? url.slice(own.length) : url;
}
