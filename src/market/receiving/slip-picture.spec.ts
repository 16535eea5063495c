import { describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { SlipSays } from './slip.js';
import { codeOf } from './slip-cases.js';
import { slipPicture } from './slip-picture.js';

const says: SlipSays = {
  from: 'bank',
  payer: { account: 'PB-1234-5678', name: '<กมล> & ลองซื้อ' },
  receiver: { account: 'PB-8765-4321', name: 'มะลิ หัดค้า' },
  amountSatang: 28_500,
  at: '2026-11-03T05:00:00.000Z',
  reference: 'FK261103CCCCCCCC',
  code: codeOf('FK261103CCCCCCCC'),
};
const words = (slip: SlipSays) =>
  load(slipPicture(slip), { xml: true })('text')
    .map((_i, one) => load(one, { xml: true }).text())
    .get();

describe('the picture of a slip', () => {
  it('shows who, whom, how much to the satang, when and the reference', () => {
    const shown = words(says).join(' ');
    for (const word of ['<กมล> & ลองซื้อ', 'มะลิ หัดค้า', '285.00 บาท', 'FK261103CCCCCCCC', 'PB-xxxx-4321'])
      expect(shown).toContain(word);
    expect(shown).toMatch(/3 พ\.ย\.|3 พฤศจิกายน/);
    expect(shown).not.toContain('8765');
  });

  it('says across all of it that it is for practice', () => {
    expect(words(says).filter((word) => word === 'สลิปฝึก').length).toBeGreaterThanOrEqual(4);
  });

  it('is of no real bank, and a wallet’s looks otherwise', () => {
    expect(words(says)).toContain('ธนาคารฝึก');
    expect(words({ ...says, from: 'wallet' })).toContain('วอลเล็ตฝึก');
  });
});
