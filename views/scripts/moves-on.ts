const SOON_MS = 2000;
const LATER_MS = 10_000;
/** So often it asks soon; who has not paid by then is doing something else. */
const SOON_TIMES = 60;
const MOST_TIMES = 150;

/** Makes a page that waits for somebody to pay move on by itself. Without a script there is the button beside it. */
export function movesOn(): void {
  const waiting = document.querySelector<HTMLElement>('[data-stands]');
  if (waiting) wait(waiting, 1);
}

function wait(waiting: HTMLElement, times: number): void {
  if (times > MOST_TIMES) return;
  setTimeout(() => void look(waiting, times), times > SOON_TIMES ? LATER_MS : SOON_MS);
}

async function look(waiting: HTMLElement, times: number): Promise<void> {
  const { ask = '', stands = '' } = waiting.dataset;
  // Nobody looks at a page in the background: it asks as soon as somebody does.
  if (document.hidden) await new Promise((seen) => document.addEventListener('visibilitychange', seen, { once: true }));
  const now = await standing(ask);
  // By its address: what the provider's page sent along has been read.
  if (now !== null && now !== stands) location.replace(location.pathname);
  else wait(waiting, times + 1);
}

/** Null where no answer came: a line that is gone comes back. */
async function standing(ask: string): Promise<string | null> {
  try {
    const answer = await fetch(ask, { cache: 'no-store' });
    return answer.ok ? ((await answer.json()) as { stands: string }).stands : null;
  } catch {
    return null;
  }
}
