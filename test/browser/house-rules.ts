/**
 * What is wrong with the page at hand as a person on a phone has it. Runs inside the browser, so that it may use nothing from
 * around it.
 */
export function faultsOnPage(): string[] {
  const FINGER = 44;
  const READABLE = 16;
  const faults: string[] = [];
  const words = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // What is folded away has a size as soon as somebody asks for it.
    return (
      element.checkVisibility() &&
      width > 1 &&
      height > 1 &&
      style.visibility === 'visible' &&
      !element.closest('.sr-only')
    );
  };

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`it scrolls sideways: ${scrollWidth} in ${clientWidth}`);
  const headings = document.querySelectorAll('h1').length;
  if (headings !== 1) faults.push(`it has ${headings} h1`);
  if (!document.title.trim()) faults.push('it has no title');
  if (!['th', 'en'].includes(document.documentElement.lang)) faults.push('it does not say its language');

  // A link within a sentence is read, not aimed at; everything else is for a finger.
  const isInText = (element: Element) =>
    element.tagName === 'A' &&
    getComputedStyle(element).display === 'inline' &&
    words(element.parentElement ?? element) !== words(element);
  // What a finger may touch: a label around a box, or the whole card over which a link spreads itself.
  const targetOf = (element: Element) => {
    if (element.matches('input[type=radio], input[type=checkbox]')) return element.closest('label') ?? element;
    const { content, position } = getComputedStyle(element, '::after');
    return content !== 'none' && position === 'absolute' ? (element.closest('.card') ?? element) : element;
  };
  for (const element of document.querySelectorAll('a, button, select, summary, input:not([type=hidden]), textarea')) {
    const target = targetOf(element);
    const { height } = target.getBoundingClientRect();
    if (isSeen(target) && height < FINGER - 0.5 && !isInText(target))
      faults.push(`<${element.tagName.toLowerCase()}> "${words(target)}" is ${Math.round(height)} px high`);
  }

  for (const element of document.querySelectorAll('.btn, .badge, .pick')) {
    const { scrollHeight, scrollWidth, clientHeight, clientWidth } = element;
    if (isSeen(element) && (scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1))
      faults.push(`"${words(element)}" does not fit into its box`);
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    // A paper has the sizes that it is printed in.
    const isElsewhere = around?.closest('script, style, svg, .label-a6, .paper-a5');
    if (!around || !node.textContent?.trim() || isElsewhere || !isSeen(around)) continue;
    const size = Number.parseFloat(getComputedStyle(around).fontSize);
    if (size < READABLE) faults.push(`"${words(around)}" is written in ${size} px`);
  }
  return [...new Set(faults)];
}

/**
 * Where the one thing to do next is not on the first screen: nothing that is marked as such ends above the fold. Runs inside the
 * browser, on a page that was not moved.
 */
export function mainButtonsBelow(): string[] {
  const buttons = [...document.querySelectorAll('main .btn-primary')].filter(
    (button) => button.getBoundingClientRect().height > 0 && !button.closest('details'),
  );
  const fold = document.querySelector('.bottom-bar')?.getBoundingClientRect().top ?? innerHeight;
  const isInSight = buttons.some((button) => button.getBoundingClientRect().bottom <= fold + 1);
  const [first] = buttons;
  return first && !isInSight ? [`"${(first.textContent ?? '').trim()}" is below the first screen`] : [];
}

/** Brings in the pictures further down the page and answers those that cannot be shown. Runs inside the browser. */
export async function brokenPictures(): Promise<string[]> {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = 'eager';
  const shown = await Promise.all(
    pictures.map((picture) =>
      picture.decode().then(
        () => null,
        () => `the picture ${picture.getAttribute('src')} cannot be shown`,
      ),
    ),
  );
  return shown.filter((fault) => fault !== null);
}

/** Bytes that a first visit to this page takes from the network, without its pictures. Runs inside the browser. */
export function weightOfPage(): number {
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  return (entries as PerformanceResourceTiming[])
    .filter(({ initiatorType }) => initiatorType !== 'img' && initiatorType !== 'image')
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
}
