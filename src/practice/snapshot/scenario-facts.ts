import { carrierPricesFor } from '../../simulation/scenarios/carrier-price.js';
import type { Scenario } from '../../simulation/scenarios/scenario-schema.js';
import type { Facts } from '../graders/facts.js';
import type { Casting } from './casting.js';
import { addressFact } from './written.js';

/** The persona's card as facts. */
export const personaFacts = ({ persona }: Casting): Facts['persona'] => ({
  name: persona.name.th,
  phone: persona.phone,
  address: addressFact(persona.address),
  contactPlaces: [],
  registrationNumber: persona.registrationNumber,
});

/** What the scenario knows to be right for this learner's goods. */
export function scenarioFactsOf(scenario: Scenario, { choice, goods, sheet }: Casting): Facts['scenario'] {
  return {
    trademarks: scenario.trademarks,
    otherBrands: scenario.otherBrands,
    goods: [
      {
        key: goods.key,
        acceptedCategories: goods.accepted,
        kindNouns: goods.kindNouns,
        returnKind: choice.returnKind,
        workCardDays: choice.workCardDays ?? null,
        countSheet: sheet.map(({ options, counted }) => ({ options, counted })),
      },
    ],
    carrier: {
      trackingPattern: scenario.tracking.pattern,
      checkDigit: scenario.tracking.checkDigit,
      rates: carrierPricesFor(scenario, goods),
    },
  };
}
