import { describe, expect, it } from '@jest/globals';
import { booksSaid, first } from '../spec-support.js';

const outside = (change: object) => booksSaid('receipts@1', ({ receipts }) => Object.assign(first(receipts), change));
const registered = (change: object) =>
  booksSaid('receipts@1', ({ receipts, vat }) => {
    vat.registered = true;
    receipts.splice(1);
    Object.assign(first(receipts), change);
  });

describe('receipts', () => {
  it('say what was paid, to the satang', () => {
    expect(outside({ total: 12001 })).toBe('other_total');
  });

  it('of a seller outside the register show no VAT, not even none, and are no tax invoice', () => {
    expect(outside({ vat: 785 })).toBe('vat_unregistered');
    expect(outside({ vat: 0 })).toBe('vat_unregistered');
    expect(outside({ title: 'tax_invoice' })).toBe('tax_invoice_unregistered');
  });

  it('of a registered seller show r/(100+r) of the taxable part, give or take a satang', () => {
    // 120.00 x 7 / 107 = 7.8505 baht
    expect([registered({ vat: 785 }), registered({ vat: 786 }), registered({ vat: 784 })]).toEqual([
      'met',
      'met',
      'met',
    ]);
    expect(registered({ vat: 787 })).toBe('other_vat');
    // Seven percent on top of a price that holds it already.
    expect(registered({ vat: 840 })).toBe('other_vat');
    expect(registered({ vat: null })).toBe('no_vat');
  });

  it('show no VAT for goods that are exempt', () => {
    expect(registered({ taxable: 0, vat: null })).toBe('met');
    expect(registered({ taxable: 0, vat: 0 })).toBe('met');
    expect(registered({ taxable: 0, vat: 785 })).toBe('other_vat');
    expect(registered({ taxable: 6000, vat: 393, title: 'tax_invoice' })).toBe('met');
  });

  it('are not attempted while none was sent, and not finished with fewer than asked for', () => {
    expect(booksSaid('receipts@1', ({ receipts }) => receipts.splice(0))).toBe('none');
    expect(booksSaid('receipts@1', () => {}, { min: 4 })).toBe('too_few');
  });
});
