import type { Page } from 'playwright-core';
import { inspect, ONE_LOOK } from './axe.js';
import { rawKeys, wordsLeftInThai } from './english.js';
import { brokenPictures, weightOfPage } from './house-rules.js';
import type { Site } from './site.js';

const HEAVIEST_PAGE = 100_000;
const MOST_PAGES = 120;
/** The provider's own pages say everything twice. */
const IN_BOTH_LANGUAGES = /^\/pay\//;

export interface Walk {
  /** The patterns of the pages that were found. */
  seen: Set<string>;
  faults: string[];
}

/**
 * Follows the links of each page from the first ones on and inspects one page of each pattern. In English too, unless its pattern is in
 * `read`: what several people see alike is read once, their first pages for each of them.
 */
export async function walk(page: Page, site: Site, from: readonly string[], read = new Set<string>()): Promise<Walk> {
  const seen = new Set<string>();
  const queue = [...from];
  const asked = new Set<string>();
  const faults: string[] = [];
  while (queue.length > 0 && asked.size < MOST_PAGES) {
    const path = queue.shift() ?? '/';
    const pattern = site.patternOf(path.split('?')[0] ?? '/');
    if (asked.has(path) || !pattern || !site.pages.includes(pattern) || seen.has(pattern)) continue;
    asked.add(path);
    const answer = await page.goto(path);
    if (answer?.status() !== 200) {
      faults.push(`${path} answered ${answer?.status()}`);
      continue;
    }
    seen.add(pattern);
    faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
    queue.push(...(await page.evaluate(linksOnPage)));
    const isRead = read.has(pattern) && !from.includes(path);
    read.add(pattern);
    if (!isRead && !IN_BOTH_LANGUAGES.test(path))
      faults.push(...(await faultsInEnglish(page, path)).map((fault) => `${path} in English: ${fault}`));
  }
  return { seen, faults };
}

/** Everything that is wrong with the page at hand. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults = [...(await page.evaluate(brokenPictures)), ...(await page.evaluate(wordsWithoutThai))];
  const weight = await page.evaluate(weightOfPage);
  if (weight > HEAVIEST_PAGE) faults.push(`it weighs ${weight} bytes`);
  return [...faults, ...(await rawKeys(page)), ...(await inspect(page))];
}

/** The same page once more for somebody who reads English: only words and their lengths are different, so that one look is enough. */
async function faultsInEnglish(page: Page, path: string): Promise<string[]> {
  await speak(page, 'en');
  const answer = await page.goto(path);
  const faults =
    answer?.status() === 200
      ? [...(await rawKeys(page)), ...(await wordsLeftInThai(page)), ...(await inspect(page, ONE_LOOK))]
      : [`it answered ${answer?.status()}`];
  await speak(page, 'th');
  return faults;
}

const speak = (page: Page, language: 'th' | 'en') =>
  page.context().addCookies([{ name: 'language', value: language, url: new URL(page.url()).origin }]);

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
