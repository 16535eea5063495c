import { type SellerPersona, sellerPersonas } from '../../market/personas/personas.js';
import type { MarketSetup, StarterShop, TrayPicture } from '../../market/sandboxes/market-setup.js';
import { seededRandom } from '../../shared/seeded-random.js';
import { carrierPricesFor } from '../../simulation/scenarios/carrier-price.js';
import type { Scenario } from '../../simulation/scenarios/scenario-schema.js';
import { booksFor } from '../exercises/books-template.js';
import type { Exercise } from '../exercises/exercise-schema.js';
import type { Casting } from './casting.js';

/** What an attempt's market is told at its opening: the persona's goods, the names that are taken, and the shop's settings if they are given. */
export function marketSetupFor(exercise: Exercise, scenario: Scenario, casting: Casting, seed: string): MarketSetup {
  const setup: MarketSetup = {
    goods: [casting.goods.key],
    trademarks: scenario.trademarks,
    tray: trayOf(scenario, seed),
    carrierPrices: carrierPricesFor(scenario, casting.goods),
    ...(exercise.books ? { books: booksFor(exercise.books, seed) } : {}),
  };
  return exercise.preparedShop ? { ...setup, starterShop: starterShop(scenario, casting.persona) } : setup;
}

/** A class's market: any goods may be sold there, and each learner is one of the scenario's sellers. */
export function classMarketSetup(scenario: Scenario, seed: string): MarketSetup {
  const cast = new Set(scenario.learner.goods.map(({ seller }) => seller));
  const sellers = sellerPersonas().filter(({ key }) => cast.has(key));
  return {
    trademarks: scenario.trademarks,
    tray: trayOf(scenario, seed),
    starterShops: sellers.map((persona) => starterShop(scenario, persona)),
  };
}

/** Shuffled by the attempt's seed: the scenario lists the good pictures first, and a place must not tell what a look should. */
function trayOf({ learner }: Scenario, seed: string): TrayPicture[] {
  const random = seededRandom(`${seed}:tray`);
  return learner.tray
    .map(({ role, seed, flaw, longEdge }) => ({ at: random.next(), picture: { role, seed, flaw, longEdge } }))
    .sort((one, other) => one.at - other.at)
    .map(({ picture }) => picture);
}

function starterShop({ shopDefaults, carriers }: Scenario, persona: SellerPersona): StarterShop {
  const { line: addressLine, subDistrict, district, province, postcode } = persona.address;
  const methods = carriers.flatMap(({ key, name, tracked }) => {
    const fees = shopDefaults.delivery[key];
    return fees ? [{ code: key, name: name.th, tracked, ...fees }] : [];
  });
  return {
    contact: {
      sellerName: persona.name.th,
      addressLine,
      subDistrict,
      district,
      province,
      postcode,
      phone: persona.phone,
      registrationNumber: persona.registrationNumber,
    },
    delivery: { preparationDays: shopDefaults.preparationDays, madeToOrder: false, methods },
    payments: { methods: shopDefaults.payments, cod: shopDefaults.cod ?? null },
    returns: shopDefaults.returns,
  };
}
