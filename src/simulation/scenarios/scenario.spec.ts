import { describe, expect, it } from '@jest/globals';
import { loadCertificates } from '../../market/catalogue/certificate.js';
import { getGoods } from '../../market/catalogue/goods.js';
import { SLIP_TABLE } from '../../market/receiving/slip-cases.js';
import { carrierPrice } from './carrier-price.js';
import { countSheet, learnerChoice } from './count-sheet.js';
import { editionReviews, scenarioReviews } from './edition-reviews.js';
import { editionIdOf, loadScenario, scenarioFaults } from './scenario.js';
import type { Scenario } from './scenario-schema.js';

const market = loadScenario('first-market');

describe('the first market', () => {
  const products = market.shops.flatMap((shop) => shop.products);
  const offered = [...new Set(products.map(({ goods }) => goods))].map(getGoods);

  it('has twelve shops of all five groups, and eight goods to choose from', () => {
    expect(market.shops).toHaveLength(12);
    expect(new Set(market.shops.map(({ seller }) => seller)).size).toBe(12);
    expect(new Set(market.shops.map(({ group }) => group)).size).toBe(5);
    expect(market.learner.goods).toHaveLength(8);
  });

  it('offers more than eighty goods from more than twenty-five provinces, each with its own picture', () => {
    expect(offered.length).toBeGreaterThan(80);
    expect(new Set(offered.map(({ province }) => province)).size).toBeGreaterThan(25);
    const drawn = offered.map(({ picture }) => JSON.stringify(picture));
    expect(drawn.filter((one, at) => drawn.indexOf(one) !== at)).toEqual([]);
  });

  it('tells what buyers said of most goods, not always that all was well, and names nobody twice for one thing', () => {
    const said = new Map(products.map((product) => [product.key, editionReviews(market, product)]));
    const reviews = [...said.values()].flat();
    const reviewed = [...said.values()].filter(({ length }) => length > 0);
    expect(reviewed.length).toBeGreaterThan(products.length * 0.8);
    expect(reviewed.length).toBeLessThan(products.length);
    expect(new Set(reviews.map(({ stars }) => stars)).size).toBeGreaterThanOrEqual(4);
    expect(reviews.filter(({ stars }) => stars <= 3).length).toBeGreaterThan(reviews.length / 10);
    expect(reviews.filter(({ text }) => /[A-Za-z]{4}/.test(text))).toEqual([]);
    for (const [key, written] of said) {
      expect([key, new Set(written.map(({ name }) => name)).size]).toEqual([key, written.length]);
      const moments = written.map(({ writtenAt }) => writtenAt);
      expect(moments).toEqual([...moments].sort());
      expect(moments.every((moment) => moment < market.startsAt)).toBe(true);
    }
    expect(Object.keys(scenarioReviews(market.id)).filter((key) => !said.has(key))).toEqual([]);
  });

  it('gives certificates that its practice register knows, and would be refused with another’s', () => {
    const certified = market.shops.flatMap((shop) => shop.products.filter(({ certificate }) => certificate));
    expect(certified.length).toBe(loadCertificates().size);
    const [shop] = market.shops;
    const stolen = { ...shop!.products[0]!, certificate: certified.at(-1)!.certificate };
    const broken = { ...market, shops: [{ ...shop!, products: [stolen] }] };
    expect(scenarioFaults(broken).join()).toContain('other_goods');
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

  const [shop, picture] = [market.shops[0]!, market.learner.tray[0]!];
  const withTray = (...tray: Scenario['learner']['tray']) => ({ learner: { ...market.learner, tray } });
  it.each<[string, Partial<Scenario>, string]>([
    ['a shop of nobody', { shops: [{ ...shop, seller: 'nobody' }] }, `shops.${shop.key}.seller: no persona "nobody"`],
    [
      'a shop that offers what there is not',
      { shops: [{ ...shop, products: [{ key: 'egg', goods: 'golden-egg' } as never] }] },
      `shops.${shop.key}: no goods "golden-egg"`,
    ],
    [
      'goods that stand twice in its shops',
      { shops: [{ ...shop, products: [shop.products[0]!, shop.products[0]!] }] },
      'shops: two products share a key',
    ],
    ['two pictures of one key', withTray(picture, picture), 'learner.tray: two pictures share a key'],
    [
      'a picture that repeats none',
      withTray({ ...picture, repeats: 'nothing' } as never),
      `learner.tray.${picture.key}: nothing to repeat`,
    ],
    [
      'shoppers who look at what there is not',
      { shoppers: { ...market.shoppers, browsed: { food: ['golden-egg'] } as never } },
      'shoppers.browsed.food: no goods "golden-egg"',
    ],
    [
      'an event about what there is not',
      { timeline: [{ target: 'golden-egg', params: {} }] as never },
      'timeline.0.target: no goods "golden-egg"',
    ],
    [
      'an event by nobody',
      { timeline: [{ params: { persona: 'nobody' } }] as never },
      'timeline.0.params.persona: nobody is "nobody"',
    ],
  ])('would be refused with %s', (_what, change, fault) => {
    expect(scenarioFaults(market)).toEqual([]);
    expect(scenarioFaults({ ...market, ...change })).toContain(fault);
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

describe('a scenario that is like another', () => {
  const money = loadScenario('money-week');

  it('looks at the other’s background market and lets its own things happen', () => {
    expect(editionIdOf(money)).toBe('first-market');
    expect(editionIdOf(market)).toBe('first-market');
    expect([money.id, money.startsAt, money.shops]).toEqual(['money-week', market.startsAt, market.shops]);
    expect(money.timeline.length).toBeGreaterThan(market.timeline.length);
    expect(money.shopDefaults.payments).toContain('bank_transfer');
  });

  it('brings each kind of slip that a seller must tell apart, and three who ask how to pay', () => {
    const cases = money.timeline.flatMap((inject) => (inject.kind === 'slip_case' ? [inject.params.case] : []));
    const kinds = new Set(cases.map((key) => SLIP_TABLE[key].kind));
    for (const kind of ['genuine', 'forged', 'reused', 'wrong_amount'] as const) expect(kinds).toContain(kind);
    expect(cases).toEqual(expect.arrayContaining(['over', 'double', 'short']));
    expect(money.timeline.filter(({ kind }) => kind === 'chat_order')).toHaveLength(3);
  });
});
