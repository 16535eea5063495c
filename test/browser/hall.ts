import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { findChromium } from '../support/chromium.mjs';
import { dropDatabase, emptyDatabase, ownDatabase } from '../support/databases.mjs';
import { freePort } from '../support/ports.mjs';
import { startApp, stopApp } from '../support/server.mjs';
import { countTaps } from './finger.js';
import { brokenPictures, faultsOnPage, mainButtonsBelow, weightOfPage } from './house-rules.js';

const PHONE = { width: 360, height: 800 };
const SMALL_PHONE = { width: 360, height: 640 };
const DESK = { width: 1280, height: 800 };
const HEAVIEST_PAGE = 100_000;

/** Somebody's device: what she looks at, and everything that went wrong on the way. */
export interface Device {
  page: Page;
  /** Taps something that leads to another page, and answers when that page is there. */
  tap(what: Locator): Promise<void>;
  /** Taps the first button that says this. */
  press(words: string): Promise<void>;
  /** Taps the first link that says this. */
  follow(words: string): Promise<void>;
  /** Chooses from a list that sends its form where scripts run, and elsewhere sends it. */
  choose(list: Locator, words: string): Promise<void>;
  /** Holds the page at hand against the rules of the house, and keeps a picture of it when SCREENSHOTS names a folder. */
  look(name: string): Promise<void>;
  /** How often a finger has touched the glass so far, without the letters typed (only with JavaScript). */
  taps(): number;
  /** Console errors, breaches of the content policy, requests to other hosts, and what `look` found. */
  faults: string[];
}

export interface DeviceOptions {
  javaScript?: boolean;
  /** What the browser says it is; Chromium by default. */
  userAgent?: string;
  /** The address by which this device reaches the app; the hall's by default. */
  url?: string;
}

/** A class in a hall: one machine with the app, phones that reach it by a name over plain http. */
export interface Hall {
  /** Its address as a phone in the hall knows it. */
  url: string;
  /** Its address on the machine itself. */
  local: string;
  /** The port of the payment provider on the machine itself. */
  providerPort: string;
  settings: Awaited<ReturnType<typeof ownDatabase>>;
  device(options?: DeviceOptions): Promise<Device>;
  close(): Promise<void>;
}

/** `keepsPages`: Back shows pages that the browser kept whole, as phones do; Playwright leaves that out otherwise. */
export async function openHall(name: string, { keepsPages = false, isEmpty = false } = {}): Promise<Hall> {
  const settings = await (isEmpty ? emptyDatabase(name) : ownDatabase(name));
  const providerPort = await freePort();
  const app = await startApp({
    ...settings,
    HOST: '0.0.0.0',
    PROVIDER_PORT: providerPort,
    ...(isEmpty ? { SEED_DEMO: 'no' } : {}),
  });
  const url = `http://taladlab.test:${new URL(app.url).port}`;
  const browser = await launch(keepsPages);
  return {
    url,
    local: app.url,
    providerPort,
    settings,
    device: (options = {}) => device(browser, url, name, options),
    async close() {
      await browser.close();
      await stopApp(app);
      await dropDatabase(settings);
    },
  };
}

function launch(keepsPages: boolean): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found.');
  return chromium.launch({
    executablePath,
    ignoreDefaultArgs: keepsPages ? ['--disable-back-forward-cache'] : [],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--host-resolver-rules=MAP *.test 127.0.0.1',
    ],
  });
}

async function device(
  browser: Browser,
  url: string,
  hall: string,
  { javaScript = true, userAgent, url: through = url }: DeviceOptions,
): Promise<Device> {
  const context = await browser.newContext({
    baseURL: through,
    viewport: PHONE,
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
    javaScriptEnabled: javaScript,
    ...(userAgent ? { userAgent } : {}),
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const faults: string[] = [];
  watch(context, through, faults);
  const finger = await countTaps(context);
  const page = await context.newPage();
  const leaves = async (act: () => Promise<unknown>) => {
    // A form that comes back is written in the place of its page by the script: no event of the browser tells of that.
    if (javaScript) await page.evaluate(() => document.documentElement.setAttribute('data-seen', ''));
    const loaded = javaScript ? page.locator('html:not([data-seen]) body').waitFor() : page.waitForEvent('load');
    await act();
    await loaded;
    await page.waitForLoadState();
  };
  const tap = (what: Locator) => leaves(() => what.click());
  return {
    page,
    tap,
    press: (name) => tap(page.getByRole('button', { name, exact: true }).first()),
    follow: (name) => tap(page.getByRole('link', { name, exact: true }).first()),
    choose: (list, words) =>
      leaves(async () => {
        await list.selectOption({ label: words });
        if (!javaScript) await page.getByRole('button', { name: 'บันทึก', exact: true }).first().click();
      }),
    taps: () => finger.taps,
    faults,
    look: (name) => look(page, `${hall}-${name}`, faults),
  };
}

function watch(context: BrowserContext, url: string, faults: string[]): void {
  const { host } = new URL(url);
  context.on('request', (request) => {
    const to = new URL(request.url());
    if (to.protocol.startsWith('http') && to.host !== host) faults.push(`a request went to ${to.host}`);
  });
  // The browser's own words, so that a breach of the content policy is among them.
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on('weberror', (problem) => faults.push(problem.error().message));
}

async function look(page: Page, name: string, faults: string[]): Promise<void> {
  const where = `${name} (${new URL(page.url()).pathname})`;
  for (const fault of await page.evaluate(faultsOnPage)) faults.push(`${where}: ${fault}`);
  await page.setViewportSize(SMALL_PHONE);
  for (const fault of await page.evaluate(mainButtonsBelow)) faults.push(`${where}: ${fault}`);
  await page.setViewportSize(PHONE);
  for (const fault of await page.evaluate(brokenPictures)) faults.push(`${where}: ${fault}`);
  const weight = await page.evaluate(weightOfPage);
  if (weight > HEAVIEST_PAGE) faults.push(`${where}: it weighs ${weight} bytes`);
  await keepPictures(page, name);
}

async function keepPictures(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`), fullPage: true });
  }
}
