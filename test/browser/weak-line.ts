import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { buy, cardTap } from '../support/buying.js';
import { untilNone } from '../support/place.js';
import type { Raw } from '../support/raw-database.js';
import type { SmallShop } from '../support/small-shop.js';
import { tap } from '../support/taps.js';
import type { Visitor } from '../support/visitor.js';

/** When the line breaks: before the request has left, when only a part of it has, or when the answer was on its way. */
export type Break = 'before' | 'within' | 'after';

/** A line between the phones and the app that breaks where it is told to. */
export interface WeakLine {
  url: string;
  /** The next so many POSTs to an address that ends so are lost. */
  breakAt(path: string, when: Break, times?: number): void;
  /** Nothing gets through until it is mended. */
  cut(): void;
  mend(): void;
  close(): void;
}

/** Of a photo this much has gone when the line breaks within it. */
const PART = 40_000;

export async function openWeakLine(appUrl: string): Promise<WeakLine> {
  const port = Number(new URL(appUrl).port);
  const breaks: Array<{ path: string; when: Break }> = [];
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((phone) => {
    if (isCut) return phone.destroy();
    const app = connect(port, '127.0.0.1');
    open.add(phone);
    let broken: Break | undefined;
    let sent = 0;
    const end = () => {
      open.delete(phone);
      phone.destroy();
      app.destroy();
    };
    for (const side of [phone, app]) side.on('error', end).on('close', end);
    phone.on('data', (bytes: Buffer) => {
      const [, path] = /^POST (\S+) HTTP/.exec(bytes.subarray(0, 300).toString('latin1')) ?? [];
      if (path) {
        sent = 0;
        const at = breaks.findIndex((one) => path.endsWith(one.path));
        broken = at >= 0 ? breaks.splice(at, 1)[0]?.when : undefined;
      }
      sent += bytes.length;
      if (broken === 'before' || (broken === 'within' && sent > PART)) end();
      else app.write(bytes);
    });
    app.on('data', (bytes) => {
      if (broken === 'after') end();
      else phone.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://taladlab.test:${(server.address() as AddressInfo).port}`,
    breakAt(path, when, times = 1) {
      for (let time = 0; time < times; time += 1) breaks.push({ path, when });
    },
    cut() {
      isCut = true;
      for (const phone of open) phone.destroy();
    },
    mend() {
      isCut = false;
      breaks.length = 0;
    },
    close() {
      server.close();
      for (const phone of open) phone.destroy();
    },
  };
}

/** 300 kbit/s each way, and what a hall's hotspot takes to answer. */
export async function slowDown(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const throughput = (300 * 1000) / 8;
  await browser.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
}

/** The session that a visitor began goes on in a browser. */
export async function carrySession(page: Page, url: string, me: Visitor): Promise<void> {
  const cookies = ['taladlab', 'who'].map((name) => me.cookie(name)).filter(Boolean);
  await page.context().addCookies(
    cookies.map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return { name, value: value.join('='), url };
    }),
  );
}

/** The page of an order that the shop has been paid for, where its buyer can be written to. */
export async function paidOrder({ me, market, product }: SmallShop, raw: Raw): Promise<string> {
  await tap(await cardTap(me, await buy(me, market, product)));
  const paid = () =>
    raw.ask<{ id: string }>(
      `SELECT "id" FROM "market_order" WHERE "market" = '${market}.1' AND "paymentStatus" = 'captured'`,
    );
  await untilNone(async () => ((await paid()).length > 0 ? [] : ['the order is not paid']), 30);
  return `/m/${market}/orders/${(await paid())[0]?.id}`;
}
