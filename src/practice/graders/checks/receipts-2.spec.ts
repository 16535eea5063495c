import { describe, expect, it } from '@jest/globals';
import type { BooksFacts } from '../facts-books.js';
import { booksSaid, first } from '../spec-support.js';

const say = (change: (books: BooksFacts) => void, params = {}) => booksSaid('receipts@2', change, params);
const outside = (change: object) => say(({ receipts }) => Object.assign(first(receipts), change));
const registered = (change: object, noted: object = {}) =>
  say((books) => {
    books.vat.registered = true;
    books.receipts.splice(1);
    Object.assign(first(books.receipts), { title: 'tax_invoice', ...change });
    Object.assign(first(books.notes ?? []), { title: 'credit_note', vat: 140, ...noted });
  });
const note = (change: object) => say(({ notes = [] }) => Object.assign(first(notes), change));

describe('receipts and the notes on what went back of them', () => {
  it('say what was paid, and nothing of VAT outside the register', () => {
    expect(say(() => {})).toBe('met');
    expect(outside({ total: 12001 })).toBe('other_total');
    expect(outside({ vat: 785 })).toBe('vat_unregistered');
    for (const title of ['tax_invoice', 'short_invoice']) expect(outside({ title })).toBe('tax_invoice_unregistered');
  });

  it('within the register are tax invoices: the full one with its VAT, the short one without', () => {
    expect([registered({ vat: 785 }), registered({ vat: 786 })]).toEqual(['met', 'met']);
    expect(registered({ vat: 840 })).toBe('other_vat');
    expect(registered({ vat: null })).toBe('no_vat');
    expect(registered({ title: 'short_invoice', vat: null })).toBe('met');
    expect(registered({ title: 'short_invoice', vat: 840 })).toBe('other_vat');
    expect(registered({ title: 'receipt', vat: 785 })).toBe('no_tax_invoice');
    expect(registered({ title: 'receipt', vat: null, taxable: 0 })).toBe('met');
  });

  it('have a note for what went back, with its sum', () => {
    expect(say(({ notes }) => notes?.splice(0))).toBe('no_note');
    expect(note({ refundId: 'refund:ldt_2' })).toBe('no_note');
    expect(note({ amount: 2141 })).toBe('other_note_total');
    expect(say((books) => Object.assign(books, { refunds: undefined, notes: undefined }))).toBe('met');
  });

  it('call it by its name, with VAT within the register alone', () => {
    expect(note({ title: 'credit_note' })).toBe('other_note_title');
    expect(note({ vat: 140 })).toBe('other_note_vat');
    expect(registered({ vat: 785 }, { title: 'refund_note' })).toBe('other_note_title');
    expect([registered({ vat: 785 }, { vat: 141 }), registered({ vat: 785 }, { vat: 139 })]).toEqual(['met', 'met']);
    expect([registered({ vat: 785 }, { vat: 150 }), registered({ vat: 785 }, { vat: null })]).toEqual([
      'other_note_vat',
      'other_note_vat',
    ]);
  });

  it('are not attempted while none was sent, and not finished with fewer than asked for', () => {
    expect(say(({ receipts }) => receipts.splice(0))).toBe('none');
    expect(say(() => {}, { min: 4 })).toBe('too_few');
  });
});
