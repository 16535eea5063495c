import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AtDoor, type Buyer, doorShop, ordersAtTheDoor } from '../support/at-the-door.js';
import type { FairShop } from '../support/fair-shop.js';
import { nextMorning } from '../support/mornings.js';
import { sendParcel } from '../support/parcel.js';
import { openRaw, type Raw } from '../support/raw-database.js';
import { type Device, type Hall, openHall } from './hall.js';

describe('the pages of cash on delivery', () => {
  let hall: Hall;
  let device: Device;
  let raw: Raw;
  let shop: FairShop;
  let orders: Record<Buyer, AtDoor>;

  beforeAll(async () => {
    hall = await openHall('cod');
    raw = await openRaw(hall.settings);
    shop = await doorShop('cod', hall.local);
    orders = await ordersAtTheDoor({ raw }, shop);
    device = await hall.device();
    const value = shop.me.cookie('taladlab').split('=')[1] ?? '';
    await device.page.context().addCookies([{ name: 'taladlab', value, url: hall.url }]);
  });
  afterAll(async () => {
    await raw?.close();
    await hall?.close();
  });

  const go = (path: string) => device.page.goto(`/m/${shop.market}/${path}`);
  const lookAt = async (path: string, name: string) => {
    await go(path);
    await device.look(name);
  };
  const changeLanguage = async () => {
    const button = device.page.locator('button[name=language]').first();
    if (!(await button.isVisible()))
      await device.page.locator('details:has(button[name=language]) > summary').first().click();
    await device.tap(button);
  };
  const inEnglish = async (paths: Record<string, string>) => {
    await changeLanguage();
    for (const [name, path] of Object.entries(paths)) await lookAt(path, `${name}-en`);
    await changeLanguage();
  };

  it('lead from an order through its terms to the words for the buyer', async () => {
    await lookAt('shop/payments', '01-terms');
    await lookAt(`orders/${orders.islander.id}`, '02-order');
    await device.follow('ตรวจเงื่อนไขและยืนยันเก็บเงินปลายทาง');
    await device.look('03-confirmation');
    await device.page.getByLabel('ข้อความถึงผู้ซื้อ').fill('เก็บเงินปลายทางนะคะ เปิดดูของก่อนจ่ายได้ ขอเงินคืนได้ภายใน 5 วัน');
    await device.press('ส่งข้อความยืนยัน');
    await device.look('04-confirmed');
    await inEnglish({
      '01-terms': 'shop/payments',
      '03-confirmation': `orders/${orders.refuser.id}/cod`,
      '04-confirmed': `orders/${orders.islander.id}`,
    });
  });

  it('show what the courier holds, what is missing and what came back', async () => {
    for (const { id } of Object.values(orders)) await sendParcel(shop.me, `/m/${shop.market}/orders/${id}`);
    for (let day = 0; day < 6; day += 1) await nextMorning(shop);
    await lookAt('money/cod', '05-held');
    for (let day = 0; day < 2; day += 1) await nextMorning(shop);
    await lookAt('money/cod', '06-short');
    await device.press('ทวงเงินจากขนส่ง');
    await device.look('07-claimed');
    await lookAt(`money/orders/${orders.plain.id}`, '08-give-back');
    await lookAt('money', '09-home');
    await inEnglish({ '07-claimed': 'money/cod', '08-give-back': `money/orders/${orders.plain.id}` });
    expect(device.faults).toEqual([]);
  });
});
