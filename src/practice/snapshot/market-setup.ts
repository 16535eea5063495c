import type { MarketSetup, StarterShop } from '../../market/sandboxes/market-setup.js';
import type { Scenario } from '../../simulation/scenarios/scenario-schema.js';
import type { Exercise } from '../exercises/exercise-schema.js';
import type { Casting } from './casting.js';

/** What an attempt's market is told at its opening: the persona's goods, the names that are taken, and the shop's settings if they are given. */
export function marketSetupFor(exercise: Exercise, scenario: Scenario, casting: Casting): MarketSetup {
  const setup: MarketSetup = { goods: [casting.goods.key], trademarks: scenario.trademarks };
  return exercise.preparedShop ? { ...setup, starterShop: starterShop(scenario, casting) } : setup;
}

function starterShop({ shopDefaults, carriers }: Scenario, { persona }: Casting): StarterShop {
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
    payments: { methods: shopDefaults.payments, cod: null },
    returns: shopDefaults.returns,
  };
}
