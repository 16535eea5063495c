import { describe, expect, it } from '@jest/globals';
import type { Facts } from '../facts.js';
import { first, saidOf } from '../spec-support.js';

// Cannot see: whether she really counted, and which of two wrong numbers is the slip.
const say = (change: (facts: Facts) => void) => saidOf('opening-stock@1', change);
const choices = (...rows: [Record<string, string>, number | null][]) =>
  say(({ products }) => {
    const [variant] = first(products).variants;
    first(products).variants = rows.map(([options, openingStock], index) => ({
      ...structuredClone(first(first(products).variants)),
      ...(variant && { sku: `S${index}` }),
      options,
      openingStock,
    }));
  });

describe('the opening stock', () => {
  it('is right in another order, by other names of the choices, and after pieces were sold', () => {
    expect(choices([{ รส: 'เค็ม' }, 35], [{ รส: 'หวาน' }, 40])).toBe('met');
    expect(choices([{ Flavour: 'Sweet' }, 40], [{ Flavour: 'รสเค็ม ' }, 35])).toBe('met');
    expect(say(({ products }) => Object.assign(first(first(products).variants), { stock: 3 }))).toBe('met');
  });

  it('is right by the numbers when she calls the choices what no list has', () => {
    expect(choices([{ รส: 'ดั้งเดิม' }, 40], [{ รส: 'ปะแล่ม' }, 35])).toBe('met');
  });

  it.each<[string, [Record<string, string>, number | null][], string]>([
    [
      'one piece is too many',
      [
        [{ รส: 'หวาน' }, 41],
        [{ รส: 'เค็ม' }, 35],
      ],
      'differs',
    ],
    [
      'two numbers are exchanged',
      [
        [{ รส: 'หวาน' }, 35],
        [{ รส: 'เค็ม' }, 40],
      ],
      'differs',
    ],
    [
      'one choice has no number',
      [
        [{ รส: 'หวาน' }, 40],
        [{ รส: 'เค็ม' }, null],
      ],
      'partly_saved',
    ],
    [
      'one choice stands twice, the other never',
      [
        [{ รส: 'หวาน' }, 40],
        [{ รส: 'รสหวาน' }, 40],
      ],
      'choice_twice',
    ],
  ])('is nearly right when %s', (_, rows, key) => {
    expect(choices(...rows)).toBe(key);
  });

  it('with names that no list has and other numbers goes to a person', () => {
    expect(choices([{ รส: 'ดั้งเดิม' }, 41], [{ รส: 'ปะแล่ม' }, 35])).toBe('choice_unknown');
  });

  it('of goods that the sheet does not know goes to a person', () => {
    expect(say(({ products }) => Object.assign(first(products), { goodsKey: null }))).toBe('not_hers');
  });

  it('with a choice of the sheet listed twice sells the same pieces twice', () => {
    expect(choices([{ รส: 'หวาน' }, 40], [{ รส: 'sweet' }, 40], [{ รส: 'เค็ม' }, 35])).toBe('choice_twice');
  });

  it('without a choice that was counted is not complete', () => {
    const dropped = say(({ products, scenario }) => {
      first(scenario.goods).countSheet.push({ options: [['ปาปริก้า']], counted: 20 });
      first(products).variants.splice(2);
    });
    expect(dropped).toBe('choice_missing');
  });

  it('is blocked while two flavours share one number, and not attempted while none is saved', () => {
    expect(choices([{}, 75])).toBe('not_split');
    expect(choices([{ รส: 'หวาน' }, null], [{ รส: 'เค็ม' }, null])).toBe('not_saved');
  });
});
