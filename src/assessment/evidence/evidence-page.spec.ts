import { describe, expect, it } from '@jest/globals';
import { perfectFacts } from '../../practice/graders/perfect-facts.js';
import { evidencePage } from './evidence-page.js';

describe('the evidence page', () => {
  it("says choices and days in the reader's words", () => {
    const [product] = evidencePage(perfectFacts(), 'th').products;
    const values = Object.fromEntries((product?.attributes ?? []).map(({ label, value }) => [label, value]));
    expect(Object.values(values).join(' ')).toMatch(/25\d\d/);
    expect(Object.values(values).join(' ')).not.toMatch(/[a-z]{3,}|\d{4}-\d{2}-\d{2}/);
  });

  it('says the group of goods of a shop and the kind of each product in words', () => {
    const facts = perfectFacts((changed) => {
      if (changed.shop) changed.shop.categoryId = 'food';
    });
    const { shop, products } = evidencePage(facts, 'th');
    for (const category of [shop?.category, products[0]?.category]) expect(category).toMatch(/^[ก-๙\s()]+$/);
  });

  it('marks the one field of a label that differs from the order', () => {
    const facts = perfectFacts((changed) => {
      const label = changed.orders[0]?.shipment?.label;
      if (label) label.address.postcode = '10501';
    });
    const [order] = evidencePage(facts, 'th').orders;
    expect(order?.label?.filter(({ differs }) => differs).map(({ field }) => field)).toEqual([
      'checks.fields.postcode',
    ]);
  });

  it('tells none in stock from a number that was never saved', () => {
    const facts = perfectFacts((changed) => {
      const [first, second] = changed.products[0]?.variants ?? [];
      if (first) first.openingStock = 0;
      if (second) second.openingStock = null;
    });
    const stock = evidencePage(facts, 'th').products[0]?.variants.map(({ openingStock }) => openingStock);
    expect(stock?.slice(0, 2)).toEqual(['0', '']);
  });
});
