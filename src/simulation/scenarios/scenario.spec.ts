import { describe, expect, it } from '@jest/globals';
import { carrierPrice } from './carrier-price.js';
import { countSheet, learnerChoice } from './count-sheet.js';
import { loadScenario, scenarioFaults } from './scenario.js';

const market = loadScenario('first-market');

describe('the first market', () => {
  it('has shops, about forty products and eight goods to choose from', () => {
    expect(market.shops.length).toBeGreaterThanOrEqual(4);
    expect(market.shops.flatMap((shop) => shop.products).length).toBeGreaterThanOrEqual(40);
    expect(market.learner.goods).toHaveLength(8);
  });

  it('gives every learner goods with options, or the criterion of choices would be met without a deed', () => {
    expect(market.learner.goods.filter((choice) => choice.counted.only)).toEqual([]);
  });

  it('offers on the tray three good roles and each flaw', () => {
    const good = market.learner.tray.filter((picture) => !picture.flaw && !picture.repeats && picture.longEdge >= 800);
    expect(new Set(good.map((picture) => picture.role))).toEqual(new Set(['front', 'detail', 'scale', 'label']));
    const flaws = market.learner.tray.map((picture) => picture.flaw).filter(Boolean);
    expect(flaws.sort()).toEqual(['blurred', 'dark', 'no_consent', 'watermark']);
  });

  it('guards the names of its own shops', () => {
    expect(market.shops.filter((shop) => !market.trademarks.includes(shop.name.th))).toEqual([]);
  });

  it.each([
    ['goods that nobody has', { ...market.learner.goods[0]!, goods: 'golden-goose' }, 'golden-goose'],
    ['a seller that nobody is', { ...market.learner.goods[0]!, seller: 'nobody' }, 'nobody'],
    [
      'a count without one of the options',
      { ...market.learner.goods[0]!, counted: { sweet: [1, 2] as [number, number] } },
      'paprika',
    ],
  ])('would be refused with %s', (_, choice, named) => {
    const broken = { ...market, learner: { ...market.learner, goods: [choice] } };
    expect(scenarioFaults(broken).join('\n')).toContain(named);
  });
});

describe('a count sheet', () => {
  const choice = learnerChoice(market, 'banana-chips')!;

  it('has a row for each choice, within what the scenario allows', () => {
    const rows = countSheet(choice, 'seed-1');
    expect(rows.map((row) => row.value)).toEqual(['sweet', 'salty', 'paprika']);
    expect(rows[0]?.options[0]).toContain('หวาน');
    for (const row of rows) {
      const [low, high] = choice.counted[row.value]!;
      expect(row.counted).toBeGreaterThanOrEqual(low);
      expect(row.counted).toBeLessThanOrEqual(high);
    }
  });

  it('is the same for the same seed and differs between learners', () => {
    expect(countSheet(choice, 'a')).toEqual(countSheet(choice, 'a'));
    const sheets = new Set(Array.from({ length: 20 }, (_, n) => JSON.stringify(countSheet(choice, `learner-${n}`))));
    expect(sheets.size).toBeGreaterThan(15);
  });

  it('has one row without options for goods that have none', () => {
    const tea = { ...choice, goods: 'mulberry-tea', counted: { only: [24, 48] as [number, number] } };
    expect(countSheet(tea, 'a')).toMatchObject([{ value: 'only', options: [] }]);
    expect(learnerChoice(market, 'ceramic-bowl')).toBeNull();
  });
});

describe('a carrier', () => {
  const post = market.carriers[0]!;

  it('asks more for weight and for distance, and refuses what is too heavy', () => {
    expect(carrierPrice(post, 'bangkok', 500)).toBe(2500);
    expect(carrierPrice(post, 'bangkok', 501)).toBe(3500);
    expect(carrierPrice(post, 'island', 500)).toBe(5000);
    expect(carrierPrice(post, 'bangkok', 20_001)).toBeNull();
  });
});
