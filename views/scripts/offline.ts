import { goTo } from './show-answer';
import { element, word } from './words';

/** Says that there is no signal instead of leaving her page for one of the browser's. */
export function sayOffline(): void {
  const bar = element('div', 'offline-bar', word('offline'));
  bar.setAttribute('role', 'status');
  const show = () => {
    if (navigator.onLine) bar.remove();
    else document.body.append(bar);
  };
  addEventListener('offline', show);
  addEventListener('online', show);
  if (!navigator.onLine) show();
  // The page that stands for one that could not be fetched.
  if (document.querySelector('[data-again]')) addEventListener('online', () => location.reload());
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (navigator.onLine || event.defaultPrevented || link?.origin !== location.origin) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    wait(bar, link.href);
  });
}

/** Goes where she wanted to as soon as there is a line. */
function wait(bar: HTMLElement, to: string): void {
  const go = element('button', 'btn', word('tryNow'));
  go.type = 'button';
  go.addEventListener('click', () => goTo(to));
  bar.replaceChildren(element('p', 'grow', word('offlineWaiting')), go);
  if (!bar.isConnected) document.body.append(bar);
  addEventListener('online', () => goTo(to), { once: true });
}
