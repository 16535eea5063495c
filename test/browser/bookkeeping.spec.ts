import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keptBooks } from '../support/kept-books.js';
import { openRaw } from '../support/raw-database.js';
import { type Device, type Hall, openHall } from './hall.js';

describe('the money pages of a shop', () => {
  let hall: Hall;
  let device: Device;
  let pages: string[];

  beforeAll(async () => {
    hall = await openHall('books');
    const raw = await openRaw(hall.settings);
    const books = await keptBooks({ app: { url: hall.local }, raw });
    await raw.close();
    pages = books.pages;
    device = await hall.device();
    const value = books.me.cookie('taladlab').split('=')[1] ?? '';
    await device.page.context().addCookies([{ name: 'taladlab', value, url: hall.url }]);
  });

  afterAll(() => hall?.close());

  it('are readable on a phone and on a desk', async () => {
    for (const [at, path] of pages.entries()) {
      await device.page.goto(path);
      await device.look(String(at + 1).padStart(2, '0'));
    }
    expect(device.faults).toEqual([]);
  });
});
