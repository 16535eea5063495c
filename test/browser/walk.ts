import type { Page } from 'playwright-core';
import { inspect } from './axe.js';
import { brokenPictures, weightOfPage } from './house-rules.js';
import type { Site } from './site.js';

const HEAVIEST_PAGE = 100_000;
const MOST_PAGES = 120;

export interface Walk {
  /** The patterns of the pages that were found. */
  seen: Set<string>;
  faults: string[];
}

/** Follows the links of each page from the first ones on and inspects one page of each pattern, as many as `each` allows. */
export async function walk(page: Page, site: Site, from: readonly string[], each = 1): Promise<Walk> {
  const seen = new Map<string, number>();
  const queue = [...from];
  const asked = new Set<string>();
  const faults: string[] = [];
  while (queue.length > 0 && asked.size < MOST_PAGES) {
    const path = queue.shift() ?? '/';
    const pattern = site.patternOf(path.split('?')[0] ?? '/');
    if (asked.has(path) || !pattern || !site.pages.includes(pattern) || (seen.get(pattern) ?? 0) >= each) continue;
    asked.add(path);
    const answer = await page.goto(path);
    if (answer?.status() !== 200) {
      faults.push(`${path} answered ${answer?.status()}`);
      continue;
    }
    seen.set(pattern, (seen.get(pattern) ?? 0) + 1);
    faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
    queue.push(...(await page.evaluate(linksOnPage)));
  }
  return { seen: new Set(seen.keys()), faults };
}

/** Everything that is wrong with the page at hand. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults = [...(await page.evaluate(brokenPictures)), ...(await page.evaluate(wordsWithoutThai))];
  const weight = await page.evaluate(weightOfPage);
  if (weight > HEAVIEST_PAGE) faults.push(`it weighs ${weight} bytes`);
  return [...faults, ...(await inspect(page))];
}

function linksOnPage(): string[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter((link) => link.host === location.host && !link.hasAttribute('download'))
    .map((link) => link.pathname + link.search);
}

/** Headings, sentences of the page's state and of errors that hold no Thai letter on a Thai page. Runs inside the browser. */
function wordsWithoutThai(): string[] {
  if (document.documentElement.lang !== 'th') return [];
  return [...document.querySelectorAll('h1, title, [role=status], [role=alert]')]
    .map((element) => (element.textContent ?? '').trim())
    .filter((text) => text !== '' && !/[\u0E00-\u0E7F]/.test(text))
    .map((text) => `"${text.slice(0, 60)}" is not Thai`);
}
