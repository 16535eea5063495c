import { describe, expect, it } from '@jest/globals';
import { fillShop } from '../support/fair-shop.js';
import { smallClass } from '../support/small-class.js';
import type { Visitor } from '../support/visitor.js';

const text = (me: Visitor) => me.page.$('main').text().replace(/\s+/g, ' ');

describe('the shoppers of a class market', () => {
  it('come to every shop of the class when the trainer lets the morning come', async () => {
    const { trainer, path, join } = await smallClass('กานดา ขยันขาย', 'วิไล ค้าคล่อง');
    await trainer.visit(path);
    await trainer.press('เปิดตลาดของชั้นเรียน');
    const market = /\/m\/([a-z0-9]+)/.exec(trainer.page.html)?.[1] ?? 'no-market';
    const sellers = [await join('กานดา ขยันขาย'), await join('วิไล ค้าคล่อง')];
    for (const seller of sellers) await fillShop(seller, market);

    await trainer.visit(path);
    await trainer.press('ไปเช้าวันถัดไป');
    for (const seller of sellers) {
      await seller.visit(`/m/${market}/orders`);
      expect(text(seller)).toMatch(/มีคนดูของคุณ [1-9]\d* คน ซื้อ [1-9]/);
      expect(text(seller)).toContain('คำสั่งซื้อ TL-');
    }
  });
});
