import type { Answer } from './post';

/** Goes where the server says, or shows the page that it answered with: a form with its problems, a sheet of cards. */
export function showAnswer(answer: Answer, address: string): void {
  if (answer.to !== null) {
    goTo(answer.to);
    return;
  }
  const { hash } = new URL(address, location.href);
  document.open();
  document.write(answer.html);
  document.close();
  addEventListener('load', () => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
    else scrollTo(0, 0);
  });
}

/** To the page that is shown already a browser would only scroll. */
export function goTo(to: string): void {
  const { pathname, search, hash } = new URL(to, location.href);
  if (hash && pathname === location.pathname && search === location.search) {
    history.replaceState(null, '', to);
    location.reload();
  } else location.assign(to);
}
