import { describe, expect, it } from '@jest/globals';
import type { MoneyPaper } from './books-setup.js';
import { eventsIn, moneyEvents, papersBy, taxableOfRefund, trueProfit } from './money-event.js';

const opened = new Date('2026-11-02T01:00:00Z');
const paper = (key: string, day: number, kind: MoneyPaper['kind'], amountSatang: number): MoneyPaper => ({
  ...{ key, day, kind, amountSatang, title: { th: key, en: key }, text: { th: key, en: key } },
});
const setup = {
  papers: [
    paper('school', 3, 'drawing', 80_000),
    paper('yarn', 1, 'expense', 60_000),
    { ...paper('ride', 4, 'expense', 6_000), proof: 'none' as const },
    { ...paper('boxes', 4, 'expense', 10_700), proof: 'full_tax_invoice' as const },
    { ...paper('glue', 4, 'expense', 2_140), proof: 'short_tax_invoice' as const },
    paper('late', 9, 'expense', 1),
  ],
};
const sources = {
  sales: [
    { id: 'o1', number: 'TL-0001', totalSatang: 28_500, exemptSatang: 0, paidAt: '2026-11-02T03:00:00.000Z' },
    // Monday in Bangkok.
    { id: 'o2', number: 'TL-0002', totalSatang: 50_000, exemptSatang: 12_000, paidAt: '2026-11-08T17:30:00.000Z' },
  ],
  payouts: [
    { id: 'p1', at: '2026-11-06T01:00:00.000Z', feeSatang: 1_990, feeVatSatang: 130 },
    { id: 'p2', at: '2026-11-06T02:00:00.000Z', feeSatang: 0, feeVatSatang: 0 },
  ],
  refunds: [
    {
      ...{ id: 'r1', orderId: 'o1', number: 'TL-0001', amountSatang: 5_000, at: '2026-11-07T01:00:00.000Z' },
      of: { totalSatang: 28_500, exemptSatang: 0 },
    },
  ],
};
const week = { from: '2026-11-02', to: '2026-11-08' };

describe('the money events of a shop', () => {
  const papers = papersBy(setup, opened, new Date('2026-11-08T05:00:00Z'));
  const outside = { isRegistered: false, basisPoints: 700 };
  const events = moneyEvents(sources, papers, outside);

  it('hold a paper from the day on which it came', () => {
    expect(papers.map(({ key }) => key)).toEqual(['yarn', 'school', 'ride', 'boxes', 'glue']);
    expect(papersBy(setup, opened, opened).map(({ key }) => key)).toEqual(['yarn']);
    expect(papersBy(undefined, opened, opened)).toEqual([]);
  });

  it('are sales, fees, refunds and papers of the period by the day in Bangkok; what cost nothing is none', () => {
    expect(eventsIn(events, week).map(({ id }) => id)).toEqual([
      'paper:yarn',
      'sale:o1',
      'paper:school',
      'paper:boxes',
      'paper:glue',
      'paper:ride',
      'fees:p1',
      'refund:r1',
    ]);
    expect(events.at(-1)?.id).toBe('sale:o2');
  });

  it('make the profit without what the household took', () => {
    expect(trueProfit(eventsIn(events, week))).toBe(28_500 - 60_000 - 6_000 - 10_700 - 2_140 - 1_990 - 5_000);
  });

  it('have no VAT of a shop that is not registered: there it is a part of what things cost', () => {
    expect(events.filter(({ vatSatang }) => vatSatang !== 0)).toEqual([]);
  });

  it('tell the VAT of a registered shop: sold and given back, of the fees, and of full tax invoices alone', () => {
    const within = moneyEvents(sources, papers, { ...outside, isRegistered: true });
    const vat = within.filter(({ vatSatang }) => vatSatang !== 0).map(({ id, vatSatang }) => [id, vatSatang]);
    expect(vat).toEqual([
      ['sale:o1', 1_864],
      ['paper:boxes', 700],
      ['fees:p1', 130],
      ['refund:r1', 327],
      // 380.00 of 500.00 are taxable.
      ['sale:o2', 2_486],
    ]);
    expect(trueProfit(eventsIn(within, week))).toBe(
      28_500 - 1_864 - 60_000 - 6_000 - 10_000 - 2_140 - (1_990 - 130) - (5_000 - 327),
    );
  });

  it('give exempt goods back in proportion to the others', () => {
    expect(taxableOfRefund(10_000, { totalSatang: 50_000, exemptSatang: 12_000 })).toBe(7_600);
    expect(taxableOfRefund(50_000, { totalSatang: 50_000, exemptSatang: 12_000 })).toBe(38_000);
    expect(taxableOfRefund(50_000, { totalSatang: 50_000, exemptSatang: 50_000 })).toBe(0);
  });

  it('know what went out without a paper', () => {
    expect(events.filter(({ isUnproven }) => isUnproven).map(({ id }) => id)).toEqual(['paper:ride']);
  });
});
