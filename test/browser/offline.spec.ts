import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { type Hall, openHall } from './hall.js';
import { openWeakLine, type WeakLine } from './weak-line.js';

describe('without a signal', () => {
  let hall: Hall;
  let line: WeakLine;
  let secure: string;

  beforeAll(async () => {
    hall = await openHall('offline');
    line = await openWeakLine(hall.url);
    // A browser trusts its own machine as it trusts https.
    secure = line.url.replace('taladlab.test', 'localhost');
  });

  afterAll(async () => {
    line?.close();
    await hall?.close();
  });

  it('the app can be put on the home screen', async () => {
    const { page, faults } = await hall.device({ url: hall.url.replace('taladlab.test', '127.0.0.1') });
    await page.goto('/');
    const address = (await page.locator('link[rel=manifest]').getAttribute('href')) ?? '';
    const answer = await page.request.get(address);
    const manifest = await answer.json();
    expect(manifest).toMatchObject({ name: 'TaladLab ตลาดแล็บ', lang: 'th', display: 'standalone', scope: '/' });
    expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['any', 'any', 'maskable']);
    const apple = (await page.locator('link[rel=apple-touch-icon]').getAttribute('href')) ?? '';
    for (const { src, sizes } of [...manifest.icons, { src: apple, sizes: '180x180' }]) {
      const { width, height, format } = await sharp(await (await page.request.get(src)).body()).metadata();
      expect([`${width}x${height}`, format]).toEqual([sizes, 'png']);
    }
    expect(faults).toEqual([]);
  });

  it('a page of ours stands where the browser would show its own, and nothing of hers is kept', async () => {
    const phone = await hall.device({ url: secure });
    const { page } = phone;
    await page.goto('/');
    await phone.press('ลองเป็นผู้เรียน');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.goto('/home');
    expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    line.cut();
    await page.goto('/privacy');
    await page.getByRole('heading', { name: 'ไม่มีสัญญาณ' }).waitFor();
    await phone.look('01-offline');
    line.mend();
    await phone.follow('ลองใหม่เดี๋ยวนี้');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toBe('ไม่มีสัญญาณ');
    const kept = await page.evaluate(async () => {
      const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
      const pages = (await Promise.all(caches.map((cache) => cache.matchAll()))).flat();
      const texts = await Promise.all(pages.map((one) => one.text()));
      return { paths: pages.map(({ url }) => new URL(url).pathname), text: texts.join('\n') };
    });
    expect(kept.paths.filter((path) => !path.startsWith('/assets/'))).toEqual(['/offline']);
    const name = (await page.locator('.bar-menu summary').innerText()).trim();
    expect(name.length).toBeGreaterThan(3);
    expect(kept.text).not.toContain(name);
    // A worker hands files over unpacked: what they weigh on the wire is asked of other pages.
    expect(phone.faults.filter((fault) => !/net::ERR_|weighs/.test(fault))).toEqual([]);
  });

  it('a new version takes the place of the old one at once', async () => {
    const { page } = await hall.device({ url: secure });
    await page.goto('/');
    const versions = (language: string) =>
      page.evaluate(async (asked) => {
        const registered = await navigator.serviceWorker.register(`/service-worker.js?language=${asked}`);
        const next = registered.installing ?? registered.waiting;
        if (next)
          await new Promise<void>((done) => {
            const look = () => {
              if (next.state === 'activated') done();
            };
            next.addEventListener('statechange', look);
            look();
          });
        return window.caches.keys();
      }, language);
    const before = await versions('th');
    const after = await versions('en');
    expect([before.length, after.length]).toEqual([1, 1]);
    expect(after).not.toEqual(before);
  });

  it('over plain http a tap on a link is told so and goes on when the signal is back', async () => {
    const phone = await hall.device();
    const { page } = phone;
    await page.goto('/join');
    expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
    await page.context().setOffline(true);
    await page.getByText('ไม่มีสัญญาณ').waitFor();
    await page.getByRole('link', { name: 'ตลาดแล็บ', exact: true }).click();
    await page.getByRole('button', { name: 'ลองใหม่เดี๋ยวนี้' }).waitFor();
    await phone.look('02-no-signal');
    expect(new URL(page.url()).pathname).toBe('/join');
    await page.context().setOffline(false);
    await page.waitForURL(`${hall.url}/`);
    expect(await page.getByText('ไม่มีสัญญาณ').count()).toBe(0);
    expect(phone.faults.filter((fault) => !/net::ERR_/.test(fault))).toEqual([]);
  });
});
