import { findCategory } from '../../market/catalogue/categories.js';
import { attributesOfLot, type Goods } from '../../market/catalogue/goods.js';
import type { ListingInput } from '../../market/catalogue/listing-input.js';
import type { SellerPersona } from '../../market/personas/personas.js';
import type { ContactInput, DeliveryInput, ReturnsInput } from '../../market/shops/shop-input.js';
import { carrierPrice } from './carrier-price.js';
import { learnerChoice } from './count-sheet.js';
import type { Scenario, ScenarioProduct } from './scenario-schema.js';

const ORDINARY_PARCEL_G = 500;

export function editionContact(persona: SellerPersona): ContactInput {
  const { line, ...chain } = persona.address;
  return {
    sellerName: persona.name.th,
    addressLine: line,
    phone: persona.phone,
    registrationNumber: persona.registrationNumber,
    ...chain,
  };
}

/** Cashless, and nothing that a background shop would have to collect at a door. */
export const EDITION_PAYMENTS = ['promptpay', 'card', 'bank_transfer'] as const;

/** What the market gives a new shop, under the shop's own phone. */
export const editionReturns = ({ shopDefaults }: Scenario, persona: SellerPersona): ReturnsInput => ({
  ...shopDefaults.returns,
  contact: persona.phone,
});

/** Background shops send with every carrier and ask what the carrier asks of them, in satang. */
export function editionDelivery(scenario: Scenario): DeliveryInput {
  const fee = (carrier: Scenario['carriers'][number], zone: 'bangkok' | 'upcountry' | 'island'): number =>
    carrierPrice(carrier, zone, ORDINARY_PARCEL_G) ?? 0;
  return {
    preparationDays: 2,
    madeToOrder: false,
    methods: scenario.carriers.map((carrier) => ({
      code: carrier.key,
      name: carrier.name.th,
      tracked: carrier.tracked,
      bangkok: fee(carrier, 'bangkok'),
      upcountry: fee(carrier, 'upcountry'),
      island: fee(carrier, 'island'),
    })),
  };
}

/** The listing of a background shop: the goods as their file describes them, at the shop's own price in whole baht. */
export function editionListing(
  goods: Goods,
  pricePercent: number,
  variantIds: readonly string[],
  day: string,
): ListingInput {
  return {
    title: goods.title.th,
    titleEn: goods.title.en,
    description: goods.description.th,
    categoryId: goods.category,
    groupId: findCategory(goods.category)?.group ?? null,
    attributes: attributesOfLot(goods, day) as ListingInput['attributes'],
    unit: goods.unit.th,
    extraCharges: [],
    variants: goods.variants.map((variant, at) => ({
      id: variantIds[at] ?? '',
      price: Math.round((variant.price * pricePercent) / 10_000) * 100,
      weightG: variant.weight,
      widthMm: variant.size[0],
      lengthMm: variant.size[1],
      heightMm: variant.size[2],
    })),
  };
}

/**
 * The photos of a background listing. One alone of what learners sell too: their exercises were made for a market in which three good
 * photos are worth the trouble.
 */
export const editionPhotos = (scenario: Scenario, { goods }: ScenarioProduct): Scenario['photos'] =>
  learnerChoice(scenario, goods) ? scenario.photos.slice(0, 1) : scenario.photos;
