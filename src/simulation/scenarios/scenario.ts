import { readFileSync } from 'node:fs';
import { findCertificate, whyNotCertified } from '../../market/catalogue/certificate.js';
import { loadGoods } from '../../market/catalogue/goods.js';
import { buyerPersonas, sellerPersonas } from '../../market/personas/personas.js';
import { bangkokDay } from '../../shared/clock.js';
import { readSeedFile, seedPath } from '../../shared/seed-file.js';
import { historyFaults } from './history.js';
import { likeScenarioSchema, type Scenario, scenarioSchema } from './scenario-schema.js';

const editions = new Map<string, Scenario>();

/**
 * A scenario edition by its id, such as first-market; read once. Throws an Error that names file, line and field, or the
 * goods, seller or picture that it points to and nobody has.
 */
export function loadScenario(id: string): Scenario {
  const known = editions.get(id);
  if (known) return known;
  const scenario = readScenario(id);
  const faults = scenarioFaults(scenario);
  if (faults.length > 0) throw new Error(faults.map((fault) => `seeds/scenarios/${id}.yaml ${fault}`).join('\n'));
  editions.set(id, scenario);
  return scenario;
}

/** The scenario whose background market a scenario looks at. */
export const editionIdOf = ({ id, edition }: Pick<Scenario, 'id' | 'edition'>): string => edition ?? id;

function readScenario(id: string): Scenario {
  const path = `scenarios/${id}.yaml`;
  const isLike = /^like: /m.test(readFileSync(seedPath(path), 'utf8'));
  if (!isLike) return readSeedFile(path, scenarioSchema);
  const { like, ...own } = readSeedFile(path, likeScenarioSchema);
  const other = loadScenario(like);
  return { ...other, ...own, edition: editionIdOf(other) };
}

/** What a scenario says that does not hold together, as "field: what is wrong"; empty when all is well. */
export function scenarioFaults(scenario: Scenario): string[] {
  const goods = loadGoods();
  const sellers = new Set(sellerPersonas().map((seller) => seller.key));
  const faults: string[] = [];
  const demand = (holds: boolean, fault: string): void => void (holds || faults.push(fault));

  for (const shop of scenario.shops) {
    demand(sellers.has(shop.seller), `shops.${shop.key}.seller: no persona "${shop.seller}"`);
    for (const { goods: key, certificate } of shop.products) {
      demand(goods.has(key), `shops.${shop.key}: no goods "${key}"`);
      if (!certificate) continue;
      const listing = { goodsKey: key, shopName: shop.name.th };
      const why = whyNotCertified(findCertificate(certificate), listing, bangkokDay(new Date(scenario.startsAt)));
      demand(!why, `shops.${shop.key}.${key}: certificate ${certificate} is ${why}`);
    }
  }
  for (const choice of scenario.learner.goods) {
    const entry = goods.get(choice.goods);
    demand(entry !== undefined, `learner.goods: no goods "${choice.goods}"`);
    demand(sellers.has(choice.seller), `learner.goods.${choice.goods}.seller: no persona "${choice.seller}"`);
    const values = entry?.option?.values.map((value) => value.key) ?? ['only'];
    const counted = Object.keys(choice.counted);
    demand(values.join() === counted.join(), `learner.goods.${choice.goods}.counted: needs ${values.join(', ')}`);
  }
  const pictures = new Set(scenario.learner.tray.map((picture) => picture.key));
  demand(pictures.size === scenario.learner.tray.length, 'learner.tray: two pictures share a key');
  for (const picture of scenario.learner.tray) {
    demand(!picture.repeats || pictures.has(picture.repeats), `learner.tray.${picture.key}: nothing to repeat`);
  }
  for (const [group, keys] of Object.entries(scenario.shoppers.browsed))
    for (const key of keys) demand(goods.has(key), `shoppers.browsed.${group}: no goods "${key}"`);
  const buyers = new Set(buyerPersonas().map((buyer) => buyer.key));
  for (const [entry, { target, params }] of scenario.timeline.entries()) {
    demand(!target || goods.has(target), `timeline.${entry}.target: no goods "${target}"`);
    demand(
      !params.persona || buyers.has(params.persona),
      `timeline.${entry}.params.persona: nobody is "${params.persona}"`,
    );
  }
  if (scenario.history) faults.push(...historyFaults(scenario.history));
  const products = scenario.shops.flatMap((shop) => shop.products.map((product) => product.key));
  demand(new Set(products).size === products.length, 'shops: two products share a key');
  return faults;
}
