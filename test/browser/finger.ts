import type { BrowserContext } from 'playwright-core';

/** Counts what a finger does in all pages of a browser. */
export async function countTaps(context: BrowserContext): Promise<{ taps: number }> {
  const finger = { taps: 0 };
  await context.exposeBinding('tapped', (_source, times: number) => {
    finger.taps += times;
  });
  await context.addInitScript(tellTaps);
  return finger;
}

/**
 * A press is one tap, a field that is written into one, a choice from a list two: it is opened first. Runs inside the browser, where tests write
 * and choose without a finger.
 */
function tellTaps(): void {
  const tell = (times: number) => (window as unknown as { tapped: (times: number) => void }).tapped(times);
  let touched: EventTarget | null = null;
  addEventListener(
    'pointerdown',
    ({ target }) => {
      touched = target;
      tell(1);
    },
    true,
  );
  addEventListener(
    'focusin',
    ({ target }) => {
      const isWritten =
        target instanceof HTMLElement && target.matches('textarea, input:not([type=radio], [type=checkbox])');
      if (isWritten && target !== touched) tell(1);
    },
    true,
  );
  addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLSelectElement) tell(1 + target.selectedOptions.length);
    },
    true,
  );
}
