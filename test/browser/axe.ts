import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { faultsOnPage } from './house-rules.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCHEMES = ['light', 'dark'] as const;
const PHONE = { width: 360, height: 800 };
const DESK = { width: 1280, height: 800 };
/** A quick run leaves the desk to CI: most faults are seen on the phone already. */
const SIZES = process.env.CI ? [PHONE, DESK] : [PHONE];

interface Looks {
  sizes?: ReadonlyArray<typeof PHONE>;
  schemes?: ReadonlyArray<(typeof SCHEMES)[number]>;
}

/** One look, where the page was inspected in all others already and only its words are different. */
export const ONE_LOOK: Looks = { sizes: [PHONE], schemes: ['light'] };

/** What is wrong with the page at hand by day and by night, on a phone and on a desk: axe-core's violations and the house's own rules. */
export async function inspect(page: Page, { sizes = SIZES, schemes = SCHEMES }: Looks = {}): Promise<string[]> {
  const faults = new Set<string>();
  await page.evaluate(AXE);
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const fault of await page.evaluate(faultsOnPage)) faults.add(`${fault} (${size.width} px)`);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      for (const violation of await violations(page)) faults.add(`${violation} (${size.width} px, ${colorScheme})`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  return [...faults];
}

/** Every rule of axe-core, its advice too: rule, what it is about and the first element that breaks it. */
async function violations(page: Page): Promise<string[]> {
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 140)}`);
}
