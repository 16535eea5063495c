import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openRaw, type Raw } from '../support/raw-database.js';
import { type SmallShop, smallShop } from '../support/small-shop.js';
import { Visitor } from '../support/visitor.js';
import { type Device, type Hall, openHall } from './hall.js';
import { carrySession, openWeakLine, paidOrder, type WeakLine } from './weak-line.js';

const WORDS = 'พิมพ์ค้างไว้ก่อนนะคะ';
const BROUGHT_BACK = 'เอาข้อความที่พิมพ์ค้างไว้กลับมาให้แล้ว';

describe('typed words', () => {
  let hall: Hall;
  let line: WeakLine;
  let raw: Raw;
  let shop: SmallShop;
  let order: string;
  let phone: Device;
  let page: Page;

  beforeAll(async () => {
    hall = await openHall('typed');
    line = await openWeakLine(hall.url);
    raw = await openRaw(hall.settings);
    shop = await smallShop(hall.url.replace('taladlab.test', '127.0.0.1'));
    order = await paidOrder(shop, raw);
  });

  afterAll(async () => {
    await raw?.close();
    line?.close();
    await hall?.close();
  });

  beforeEach(async () => {
    phone = await hall.device({ url: line.url });
    page = phone.page;
    const me = new Visitor(shop.me.base);
    await me.visit('/');
    await me.press('ลองเป็นผู้สอน');
    await carrySession(page, line.url, me);
  });

  const field = () => page.getByLabel('ข้อความถึงผู้ซื้อ');
  const memory = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('draft:')));
  const write = async () => {
    await page.goto(order);
    await field().fill(WORDS);
  };
  const leave = async () => {
    await page.locator('summary', { hasText: 'ครูสมจิต' }).click();
    await page.getByRole('button', { name: 'เปลี่ยนคน', exact: true }).click();
  };

  it('come back to who comes again, and are cleared when she does not want them', async () => {
    await write();
    await page.goto('/home');
    await page.goto(order);
    await page.getByText(BROUGHT_BACK).waitFor();
    expect(await field().inputValue()).toBe(WORDS);
    await phone.look('01-brought-back');
    await page.getByRole('button', { name: 'ล้าง', exact: true }).click();
    expect([await field().inputValue(), await memory()]).toEqual(['', []]);
    await page.reload();
    expect(await page.getByText(BROUGHT_BACK).count()).toBe(0);
    expect(phone.faults).toEqual([]);
  });

  it('are forgotten when the server has them, and she is told so', async () => {
    await write();
    expect(await memory()).toHaveLength(1);
    await phone.press('ส่งข้อความ');
    await page.getByText('ส่งข้อความแล้ว').waitFor();
    expect(await memory()).toEqual([]);
    // Where the server has no sentence of its own.
    await page.goto('/exercises');
    const form = page.locator('form', { has: page.locator('[name=seed]') }).first();
    await form.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
    await form.locator('[name=seed]').fill('typed');
    await phone.tap(form.getByRole('button').last());
    await page.getByText('บันทึกแล้ว ✓').waitFor();
    expect(await memory()).toEqual([]);
    expect(phone.faults).toEqual([]);
  });

  it('follow what the server made of them', async () => {
    await page.goto(`/m/${shop.market}/shop/profile`);
    await page.getByLabel('ชื่อร้าน').fill('');
    await page.getByLabel('แนะนำร้าน').fill('ของดีจากบ้านเรา');
    await page.locator('form [name=name]').evaluate((input) => input.removeAttribute('required'));
    await phone.press('บันทึก');
    expect(await page.locator('[aria-invalid=true]').count()).toBe(1);
    expect(await page.getByLabel('แนะนำร้าน').inputValue()).toBe('ของดีจากบ้านเรา');
    expect(await page.getByText(BROUGHT_BACK).count()).toBe(0);
    await page.goto('/home');
    await page.goto(`/m/${shop.market}/shop/profile`);
    expect(await page.getByLabel('แนะนำร้าน').inputValue()).toBe('ของดีจากบ้านเรา');
  });

  it("are not shown to another person of the same phone, in the same market's same form", async () => {
    const trainer = new Visitor(shop.me.base);
    await trainer.visit('/');
    await trainer.press('ลองเป็นผู้สอน');
    await trainer.visit('/classes');
    await trainer.visit(trainer.page.$('main a[href^="/classes/"]').first().attr('href') ?? '');
    await trainer.press('เปิดตลาดของชั้นเรียน');
    const [group] = await raw.ask<{ id: string }>(`SELECT "id" FROM "sandbox" WHERE "kind" = 'class'`);
    await trainer.visit(`/m/${group?.id}`);
    const goods = trainer.page.$(`a[href*="/m/${group?.id}/p/"]`).first().attr('href') ?? '';
    await page.goto(goods);
    await page.locator('[name=quantity]').fill('7');
    const learner = new Visitor(shop.me.base);
    await learner.visit('/');
    await learner.press('ลองเป็นผู้เรียน');
    await carrySession(page, line.url, learner);
    await page.goto(goods);
    expect(await page.locator('[name=quantity]').inputValue()).toBe('1');
    expect(await page.getByText(BROUGHT_BACK).count()).toBe(0);
    await carrySession(page, line.url, trainer);
    await page.goto(goods);
    expect(await page.locator('[name=quantity]').inputValue()).toBe('7');
  });

  it('of who signs in are not kept, least of all a password', async () => {
    await page.context().clearCookies();
    await page.goto('/staff');
    await page.locator('[name=email]').fill('someone@example.org');
    await page.locator('[name=password]').fill('secret-words-of-hers');
    await phone.tap(page.locator('form', { has: page.locator('[name=password]') }).getByRole('button'));
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toMatch(/secret-words|someone@/);
    expect(await page.locator('[name=email]').inputValue()).toBe('someone@example.org');
  });

  it('are asked about before the person changes, and are gone when they are dropped', async () => {
    await write();
    await page.goto('/home');
    await leave();
    await page.getByText('มีข้อความที่ยังไม่ได้ส่ง').waitFor();
    await phone.look('02-unsent');
    await phone.tap(page.getByRole('link', { name: /^กลับไปส่ง/ }));
    expect(new URL(page.url()).pathname).toBe(order);
    expect(await field().inputValue()).toBe(WORDS);
    await leave();
    await phone.press('ทิ้งแล้วเปลี่ยนคน');
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await memory()).toEqual([]);
    expect(phone.faults).toEqual([]);
  });

  it('and everything else of hers are hidden while the line is down, until the person could be changed', async () => {
    await page.goto(order);
    line.cut();
    await leave();
    await page.getByText('ตอนนี้ยังเปลี่ยนคนไม่ได้อย่างปลอดภัย').waitFor();
    await phone.look('03-cannot-change');
    expect(await page.locator('body').innerText()).not.toContain('TL-0001');
    line.mend();
    await page.getByRole('button', { name: 'ลองใหม่เดี๋ยวนี้' }).click();
    await page.waitForURL(`${line.url}/`);
    await page.goto('/home');
    expect(await page.locator('.bar-menu').count()).toBe(0);
  });

  it('are sent also from a browser that keeps nothing', async () => {
    await page.addInitScript(() => {
      for (const store of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, store, {
          get() {
            throw new Error('forbidden');
          },
        });
    });
    await write();
    await phone.press('ส่งข้อความ');
    await page.getByText('ส่งข้อความแล้ว').waitFor();
    expect(phone.faults).toEqual([]);
  });
});
