import { beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { buy, cardTap, scanPage } from '../support/buying.js';
import { sendParcel } from '../support/parcel.js';
import { type SmallShop, smallShop } from '../support/small-shop.js';
import { tap } from '../support/taps.js';
import { appUrl, Visitor } from '../support/visitor.js';
import { ROUTE_POLICIES } from './route-policies.js';

const MARK = 'ตลาดฝึก ไม่มีการซื้อขายจริง';
const DOORS = ['ลองเป็นผู้เรียน', 'ลองเป็นผู้สอน', 'ลองเป็นผู้ประเมิน'];
/** Pages of one kind are alike: of each so many are looked at. */
const OF_ONE_KIND = 3;

const gets = Object.keys(ROUTE_POLICIES).filter((route) => route.startsWith('GET '));
const kinds = gets.map((route) => {
  const url = route.slice('GET '.length);
  const pattern = url
    .replace(/[.]/g, '\\.')
    .replace(/\*/g, '.*')
    .replace(/:[a-z]+/g, '[^/]+');
  return { url, pattern: new RegExp(`^${pattern}$`) };
});
/** The route with the fewest holes that an address fits. */
const kindOf = (path: string): string =>
  kinds
    .filter(({ pattern }) => pattern.test(path))
    .map(({ url }) => url)
    .sort((a, b) => a.split(/[:*]/).length - b.split(/[:*]/).length)[0] ?? path;

/** What a page lacks of what every page must say of itself. */
function lacks(path: string, { headers, html }: { headers: Headers; html: string }): string[] {
  const wrong: string[] = [];
  if (!headers.get('x-robots-tag')?.startsWith('noindex')) wrong.push('a header against search engines');
  if (headers.get('content-type')?.startsWith('text/html')) {
    const $ = load(html);
    const property = (name: string) => $(`meta[property="og:${name}"]`).attr('content') ?? '';
    if (!$('body').text().includes(MARK)) wrong.push('the mark');
    if (!$('meta[name=robots]').attr('content')?.includes('noindex')) wrong.push('a word against search engines');
    if (!property('title').includes(MARK)) wrong.push('the mark in the title of its preview');
    if (!property('description').includes(MARK)) wrong.push('the mark in the text of its preview');
    const isProviders = /^\/pay\/(promptpay|card)/.test(path);
    if (!isProviders && !/^http:\/\/[\d.]+:\d+\/assets\/\S+\/share\.png$/.test(property('image')))
      wrong.push('the picture of its preview');
  }
  return wrong.map((what) => `${path} lacks ${what}`);
}

interface Walk {
  faults: string[];
  /** Kinds of pages that were there, not only told to be missing. */
  seen: Set<string>;
}

/** Follows every link from the first pages on, as somebody who is curious. */
async function walk(cookie: string, from: string[]): Promise<Walk> {
  const met = new Map<string, number>();
  const known = new Set(from);
  const walked: Walk = { faults: [], seen: new Set() };
  for (const path of known) {
    const kind = kindOf(path.split('?')[0] ?? '');
    const times = met.get(kind) ?? 0;
    if (times >= OF_ONE_KIND) continue;
    met.set(kind, times + 1);
    const answer = await fetch(appUrl() + path, { headers: { cookie }, redirect: 'manual' });
    const html = await answer.text();
    walked.faults.push(...lacks(path, { headers: answer.headers, html }));
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
    if (answer.status === 200) walked.seen.add(kind);
    for (const link of linksOf(html)) known.add(link);
  }
  return walked;
}

function linksOf(html: string): string[] {
  const $ = load(html);
  return $('a[href], img[src], link[href]')
    .map((_i, element) => $(element).attr('href') ?? $(element).attr('src') ?? '')
    .get()
    .map((link) => new URL(link, appUrl()))
    .filter(({ origin }) => origin === appUrl())
    .map(({ pathname, search }) => pathname + search);
}

describe('that nothing is really sold', () => {
  let shop: SmallShop;
  let scan: string;

  beforeAll(async () => {
    shop = await smallShop();
    const group = await buy(shop.me, shop.market, shop.product, 2);
    await tap(await cardTap(shop.me, group));
    for (let turn = 0; turn < 50; turn += 1) {
      await shop.me.visit(`/m/${shop.market}/orders`);
      if (shop.me.page.html.includes('TL-0001')) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await shop.me.press('คำสั่งซื้อ TL-0001');
    await sendParcel(shop.me, shop.me.page.path);
    scan = new URL(await scanPage(shop.me, await buy(shop.me, shop.market, shop.product))).pathname;
  }, 120_000);

  it('stands on every page that links lead to, with a word against search engines, and in its preview', async () => {
    const faults: string[] = [];
    const seen = new Set<string>();
    const walks = [{ cookie: '', from: ['/', '/staff', '/join', scan] }];
    for (const door of DOORS) {
      const visitor = new Visitor();
      await visitor.visit('/');
      await visitor.press(door);
      walks.push({ cookie: visitor.cookie('taladlab'), from: ['/home', '/'] });
    }
    const attempt = new URL(shop.me.page.path, appUrl()).pathname;
    walks.push({
      cookie: shop.me.cookie('taladlab'),
      from: [`/m/${shop.market}/shop`, `/m/${shop.market}/orders`, attempt],
    });
    for (const { cookie, from } of walks) {
      const walked = await walk(cookie, from);
      faults.push(...walked.faults);
      for (const kind of walked.seen) seen.add(kind);
    }
    expect(faults).toEqual([]);
    for (const kind of [
      '/m/:market/p/:product',
      '/m/:market/s/:shop',
      '/m/:market/orders/:id/label.html',
      '/classes/:id',
      '/assess',
    ])
      expect([...seen]).toContain(kind);
    expect(seen.size).toBeGreaterThan(25);
  }, 120_000);

  it('stands on every page that tells that there is nothing, or nothing for this reader', async () => {
    const visitor = new Visitor();
    await visitor.visit('/');
    await visitor.press('ลองเป็นผู้เรียน');
    const faults: string[] = [];
    for (const { url } of kinds) {
      const path = url.replace('*', 'nothing').replace(/:[a-z]+/g, 'nosuch');
      for (const cookie of ['', visitor.cookie('taladlab')]) {
        const answer = await fetch(appUrl() + path, { headers: { cookie }, redirect: 'manual' });
        faults.push(...lacks(path, { headers: answer.headers, html: await answer.text() }));
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it('is a picture of our own, as large as chats want it', async () => {
    const { $ } = await new Visitor().visit('/');
    const picture = await fetch($('meta[property="og:image"]').attr('content') ?? '');
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(bytes.length).toBeLessThan(100_000);
  });

  it('keeps search engines away before they come, and lets chats fetch their preview', async () => {
    const text = await (await fetch(`${appUrl()}/robots.txt`)).text();
    expect(text).toMatch(/User-agent: \*\nDisallow: \/\n/);
    expect(text).toMatch(/User-agent: Line\n[\s\S]*Allow: \/\n\n/);
  });
});
