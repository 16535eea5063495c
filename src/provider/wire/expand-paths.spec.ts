import { describe, expect, it } from '@jest/globals';
import { treeOf, whyNotExpand } from './expand-paths.js';

const one = { answers: 'payment_intent', list: false } as const;
const many = { answers: 'payment_intent', list: true } as const;
const why = (endpoint: typeof one | typeof many, path: string) => whyNotExpand(endpoint, [path])?.message ?? null;

describe('expand', () => {
  it('reaches through objects, lists inside objects, and data of lists', () => {
    expect(why(one, 'latest_charge.balance_transaction')).toBeNull();
    expect(why(one, 'latest_charge.refunds.data.balance_transaction')).toBeNull();
    expect(why(many, 'data.latest_charge.balance_transaction.source')).toBeNull();
    expect(why(many, 'data.customer')).toBeNull();
  });

  it('refuses what cannot be expanded, and hints at data. on lists', () => {
    expect(why(one, 'amount')).toBe('This property cannot be expanded (amount).');
    expect(why(one, 'latest_charge.nothing')).toBe(
      "This property cannot be expanded because it doesn't exist: latest_charge.nothing.",
    );
    expect(why(one, 'latest_charge.refunds.amount')).toContain("doesn't exist: latest_charge.refunds.amount.");
    expect(why(many, 'customer')).toContain("'data.customer'");
  });

  it('reaches what stands in a hash of an object, and what is expandable though there is none', () => {
    expect(why(one, 'transfer_data.destination')).toBeNull();
    expect(why(one, 'customer.invoice_settings.default_payment_method')).toBeNull();
    expect(why(one, 'review')).toBeNull();
    expect(why(one, 'transfer_data')).toBe('This property cannot be expanded (transfer_data).');
    expect(why(one, 'transfer_data.amount')).toBe('This property cannot be expanded (transfer_data.amount).');
  });

  it('goes four levels deep and no further', () => {
    expect(why(one, 'latest_charge.payment_intent.latest_charge.customer')).toBeNull();
    expect(why(one, 'latest_charge.payment_intent.latest_charge.payment_intent.customer')).toContain(
      'more than 4 levels',
    );
  });

  it('becomes one tree', () => {
    expect(treeOf(['a', 'a.b', 'c.d'])).toEqual({ a: { b: {} }, c: { d: {} } });
  });
});
